package org.trainingexporter.parse.metricfiles.dvclive;

import java.util.List;
import org.trainingexporter.event.value.Unit;
import org.trainingexporter.parse.metricfiles.MetricRow;
import org.trainingexporter.parse.metricfiles.RowForm;
import org.trainingexporter.parse.number.TextNumbers;

/** Rows of a table with a step and a value, and with a time where the writer was asked for one. */
final class DvcliveRows implements RowForm {
  private final boolean hasSteps;
  private int columns = 2;
  private int step;
  private int time = -1;

  /**
   * @param hasSteps whether the rows are of the training's steps; what the machine does is sampled
   *     more often
   */
  DvcliveRows(boolean hasSteps) {
    this.hasSteps = hasSteps;
  }

  @Override
  public String read(String line, boolean first, MetricRow into) {
    String[] cells = line.split("\t", -1);
    if (first && readHeader(List.of(cells))) {
      return NO_ROW;
    }
    if (cells.length != columns) {
      return cells.length + " cells where the header has " + columns;
    }
    String text = cells[columns - 1];
    double at = TextNumbers.number(cells[step]);
    double value = TextNumbers.number(text);
    if (Double.isNaN(at)) {
      return "no number where the step was expected";
    }
    if (Double.isNaN(value) && !TextNumbers.isNonFinite(text)) {
      return TextNumbers.isNoValue(text) ? NO_ROW : "no number where the value was expected";
    }
    double seconds = time < 0 ? Double.NaN : Unit.since1970(TextNumbers.number(cells[time]));
    into.set(hasSteps ? at : Double.NaN, value, seconds);
    return ROW;
  }

  private boolean readHeader(List<String> names) {
    if (!names.contains("step") || names.size() < 2) {
      return false;
    }
    columns = names.size();
    step = names.indexOf("step");
    time = names.indexOf("timestamp");
    return true;
  }
}

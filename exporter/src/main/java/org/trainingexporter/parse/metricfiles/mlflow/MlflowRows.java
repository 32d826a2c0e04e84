package org.trainingexporter.parse.metricfiles.mlflow;

import org.trainingexporter.event.value.Unit;
import org.trainingexporter.parse.metricfiles.MetricRow;
import org.trainingexporter.parse.metricfiles.RowForm;
import org.trainingexporter.parse.number.TextNumbers;

/** Lines of {@code milliseconds value step}; a data set's name and digest may follow. */
final class MlflowRows implements RowForm {
  private final boolean hasSteps;

  /**
   * @param hasSteps whether the step is the training's; what the machine does is sampled by a
   *     counter of its own
   */
  MlflowRows(boolean hasSteps) {
    this.hasSteps = hasSteps;
  }

  @Override
  public String read(String line, boolean first, MetricRow into) {
    String[] cells = line.split(" +", -1);
    if (cells.length != 2 && cells.length != 3 && cells.length != 5) {
      return cells.length + " fields where a time, a value and a step were expected";
    }
    double value = TextNumbers.number(cells[1]);
    double time = Unit.since1970(TextNumbers.number(cells[0]));
    double step = cells.length == 2 ? 0 : TextNumbers.number(cells[2]);
    if (Double.isNaN(value) && !TextNumbers.isNonFinite(cells[1])) {
      return "no number where the value was expected";
    }
    if (Double.isNaN(step) || Double.isNaN(time)) {
      return "no number where the time or the step was expected";
    }
    into.set(hasSteps ? step : Double.NaN, value, time);
    return ROW;
  }
}

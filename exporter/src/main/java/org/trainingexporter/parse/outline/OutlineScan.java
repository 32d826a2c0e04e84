package org.trainingexporter.parse.outline;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;

/** Makes the outline of a log from its records, in bounded memory. One thread. */
public final class OutlineScan {
  private final AxisScan steps = new AxisScan(Signal.POSITION);
  private final AxisScan epochs = new AxisScan(Signal.EPOCH);
  private double firstTime = Double.NaN;
  private boolean namesSet;
  private boolean tunes;

  /** Adds the next record of the log. */
  public void add(LogRecord record) {
    if (Double.isNaN(firstTime)) {
      firstTime = record.time();
    }
    namesSet |= record.set() != NamedSet.NONE;
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      namesSet |= field.set != NamedSet.NONE;
      tunes |= field.signal == Signal.LEARNING_RATE || field.signal == Signal.GRADIENT_NORM;
    }
    steps.add(record);
    epochs.add(record);
  }

  /** The outline of what was added. */
  public LogOutline outline() {
    return new LogOutline(firstTime, namesSet, tunes, steps.axis(), epochs.axis());
  }
}

package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.time.Throughput;

/** The newest value of a signal as it is logged; of a speed that is not logged what is measured. */
final class NewestValue implements SignalKeeper {
  /** Null where nothing is measured. */
  private final Throughput measured;

  private double logged = UNKNOWN;

  NewestValue() {
    this(null);
  }

  NewestValue(Throughput measured) {
    this.measured = measured;
  }

  @Override
  public void add(Field field, double value, RecordPosition at) {
    logged = value;
  }

  @Override
  public double newest() {
    return measured != null && isUnknown(logged) ? measured.perSecond() : logged;
  }

  @Override
  public void restart() {
    logged = UNKNOWN;
  }
}

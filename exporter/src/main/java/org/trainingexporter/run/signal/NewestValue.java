package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.time.Throughput;

/** The newest value of a signal as it is logged; of a speed that is not logged what is measured. */
final class NewestValue implements SignalKeeper {
  /** Null where nothing is measured. */
  private final Throughput measured;

  /** Whether the values are parts, whose sum since the attempt's start counts. */
  private final boolean summed;

  private double logged = UNKNOWN;

  NewestValue() {
    this(null);
  }

  NewestValue(Throughput measured) {
    this(measured, false);
  }

  private NewestValue(Throughput measured, boolean summed) {
    this.measured = measured;
    this.summed = summed;
  }

  /** Keeps the sum of the attempt's values instead. */
  static NewestValue sum() {
    return new NewestValue(null, true);
  }

  @Override
  public void add(Field field, double value, RecordPosition at) {
    logged = summed ? firstKnown(logged, 0) + value : value;
  }

  @Override
  public double newest() {
    return measured != null && isUnknown(logged) ? measured.perSecond() : logged;
  }

  @Override
  public void restart() {
    logged = UNKNOWN;
  }

  @Override
  public void clear() {
    restart();
  }
}

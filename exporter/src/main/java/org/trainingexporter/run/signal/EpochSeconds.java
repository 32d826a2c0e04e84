package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;

/** How long the attempt's epochs took, summed: the time since its start where none is logged. */
final class EpochSeconds implements SignalKeeper {
  private double total = UNKNOWN;

  @Override
  public void add(Field field, double seconds, RecordPosition at) {
    total = firstKnown(total, 0) + seconds;
  }

  @Override
  public double newest() {
    return total;
  }

  @Override
  public void restart() {
    total = UNKNOWN;
  }

  @Override
  public void clear() {
    total = UNKNOWN;
  }
}

package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.HashSet;
import java.util.Set;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;

/** An accuracy as a ratio: a key is in percent once it has shown a value above 1. */
final class Accuracy implements SignalKeeper {
  private static final double PERCENT = 100;

  private final Set<Field> inPercent = new HashSet<>(2);
  private Field field;
  private double logged = UNKNOWN;

  @Override
  public void add(Field of, double value, RecordPosition at) {
    if (!Double.isFinite(value)) {
      return;
    }
    if (value > 1) {
      inPercent.add(of);
    }
    field = of;
    logged = value;
  }

  @Override
  public double newest() {
    return logged / scale();
  }

  @Override
  public void restart() {
    logged = UNKNOWN;
  }

  @Override
  public void clear() {
    restart();
  }

  /** What the log writes for an accuracy of 1. */
  double scale() {
    return inPercent.contains(field) ? PERCENT : 1;
  }
}

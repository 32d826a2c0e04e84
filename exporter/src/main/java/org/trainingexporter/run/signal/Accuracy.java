package org.trainingexporter.run.signal;

import java.util.HashSet;
import java.util.Set;
import org.trainingexporter.event.key.Field;

/** An accuracy as a ratio: a key is in percent once it has shown a value above 1. */
public final class Accuracy {
  private final Set<Field> percent = new HashSet<>(2);
  private Field field;
  private double newest = Double.NaN;

  public void add(Field of, double value) {
    if (!Double.isFinite(value)) {
      return;
    }
    if (value > 1) {
      percent.add(of);
    }
    field = of;
    newest = value;
  }

  public void restart() {
    newest = Double.NaN;
  }

  public double ratio() {
    return newest / whole();
  }

  /** What the log calls all: 100 where it logs percent, else 1. */
  public double whole() {
    return percent.contains(field) ? 100 : 1;
  }
}

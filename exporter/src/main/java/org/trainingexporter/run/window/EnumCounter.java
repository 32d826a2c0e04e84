package org.trainingexporter.run.window;

import java.util.EnumMap;
import java.util.Map;

/** Counts by the constants of an enum; without boxing, since every record is counted. */
public final class EnumCounter<E extends Enum<E>> {
  private final E[] constants;
  private final long[] counts;

  public EnumCounter(Class<E> of) {
    constants = of.getEnumConstants();
    counts = new long[constants.length];
  }

  public void add(E constant) {
    counts[constant.ordinal()]++;
  }

  /** Those that were counted at all. */
  public Map<E, Long> snapshot() {
    Map<E, Long> out = new EnumMap<>(constants[0].getDeclaringClass());
    for (E constant : constants) {
      if (counts[constant.ordinal()] > 0) {
        out.put(constant, counts[constant.ordinal()]);
      }
    }
    return out;
  }
}

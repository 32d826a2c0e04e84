package org.trainingexporter.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What looks wrong with a training although its numbers are finite. Each record that shows it
 * counts; an event marks where it begins, at most one a kind in 100 records.
 */
final class Warnings {
  private static final int PAUSE = 100;

  /** The values of the label {@code kind}, in lower case. */
  enum Kind {
    EXPLODING,
    VANISHING,
    DEAD,
    OVERFITTING,
    PLATEAU;

    final String label = name().toLowerCase(Locale.ROOT);
  }

  private final Events events;
  private final long[] counts = new long[Kind.values().length];
  private final boolean[] holds = new boolean[counts.length];
  private final long[] told = new long[counts.length];

  Warnings(Events events) {
    this.events = events;
    Arrays.fill(told, -PAUSE);
  }

  /** A record tells of it; the message is asked for only where it becomes an event. */
  void show(Kind kind, Moment at, Supplier<String> message) {
    int i = kind.ordinal();
    counts[i]++;
    if (!holds[i] && at.number() - told[i] >= PAUSE) {
      told[i] = at.number();
      events.add(Events.Type.WARNING, at.time(), at.step(), message.get());
    }
    holds[i] = true;
  }

  /** A record that could have told of it does not. */
  void clear(Kind kind) {
    holds[kind.ordinal()] = false;
  }

  /** Of every kind, 0 too: an increase from nothing is none. */
  Map<String, Long> snapshot() {
    Map<String, Long> out = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      out.put(kind.label, counts[kind.ordinal()]);
    }
    return out;
  }
}

package org.trainingexporter.event.key;

import org.trainingexporter.event.value.Unit;

/**
 * One way to write a signal.
 *
 * @param rank its place among the signal's aliases: of two in a run the lower rank is read
 * @param rule what decided that the name means this, for people
 */
public record Alias(String name, Signal signal, int rank, Unit unit, String rule) {
  /** The rule of a row of the table. */
  static final String TABLE = "table";

  /** The rule of a key that the configuration names as a row. */
  private static final String CALLED = "configured as ";

  Alias(String name, Signal signal, int rank, Unit unit) {
    this(name, signal, rank, unit, TABLE);
  }

  /** The same row for a key that the user calls by the row's name. */
  Alias of(String key) {
    return new Alias(key, signal, rank, unit, key.equals(name) ? rule : CALLED + name);
  }

  /** A plain value. */
  static Alias value(String name, String rule) {
    return new Alias(name, Signal.VALUE, 0, Unit.PLAIN, rule);
  }

  boolean isOfTable() {
    return rule.equals(TABLE) || rule.startsWith(CALLED);
  }
}

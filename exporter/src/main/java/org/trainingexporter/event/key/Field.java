package org.trainingexporter.event.key;

import org.trainingexporter.event.grammar.KeyReading;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Signal.Evidence;

/**
 * One key of a run's logs. {@code index} numbers the keys of a run densely from 0, so that a run
 * keeps what it knows of a key in an array. What the key means may change while the run is read;
 * only the {@link KeyRegistry} changes it. One thread.
 */
public final class Field {
  public final String name;

  /** The layer that the key names, where its signal is of one; else empty. */
  public final String layer;

  public final int index;

  public Signal signal;
  public int rank;
  public Unit unit;

  /** What a value under the key says of its record. */
  public Evidence evidence;

  /** Whether the registry wants to see each value: {@link KeyRegistry#observe}. */
  public boolean watched = true;

  /** The set that its name says it is of, or the record that it stood in. */
  public final NamedSet set;

  final KeyReading reading;

  /** Whether a number has stood under the key. */
  boolean seen;

  /** Whether a counter, or a total, has shown whole numbers only. */
  boolean wholeNumbers = true;

  /** The rank of its name; {@link #rank} is another's where two counters are one. */
  int ownRank;

  /** Whether a counter has stood in a record with a loss. */
  boolean besideLoss;

  private Alias alias;
  private NonNumeric other;

  /** The same key in records that are of a held-out set; null until there is one. */
  private Field inValidation;

  private Field inTest;

  Field(Alias alias, String layer, int index, KeyReading reading, NamedSet set) {
    this.name = alias.name();
    this.layer = layer;
    this.index = index;
    this.reading = reading;
    this.set = set;
    assign(alias);
  }

  /** The key means this from now on. */
  void assign(Alias meaning) {
    alias = meaning;
    signal = meaning.signal();
    rank = meaning.rank();
    ownRank = rank;
    unit = meaning.unit();
    boolean heldOutReward = signal == Signal.REWARD && set.isHeldOut();
    evidence = heldOutReward ? Evidence.REWARD : signal.evidence;
  }

  /** Whether it is a setting of the run by its words. */
  public boolean isSetting() {
    return reading.role() == KeyReading.Role.SETTING;
  }

  /** What decided the key's meaning, for people. */
  public String rule() {
    return alias.rule();
  }

  /** Whether a row of the table says what it means; else its words do. */
  public boolean isOfTable() {
    return alias.isOfTable();
  }

  /**
   * Whether what is no number under the key is passed over: nothing promises a number there. Only a
   * row of the table, or a signal's own words do.
   */
  public boolean isLenient() {
    return signal == Signal.VALUE || (signal.isValue() && !isOfTable());
  }

  Field in(NamedSet heldOut) {
    return heldOut == NamedSet.TEST ? inTest : inValidation;
  }

  void put(NamedSet heldOut, Field its) {
    if (heldOut == NamedSet.TEST) {
      inTest = its;
    } else {
      inValidation = its;
    }
  }

  /** Something that is no number stood under the key. */
  public void sawOther(NonNumeric shape) {
    other = shape;
  }

  /**
   * What stood under the key where it was no number, at the newest such; null where nothing did.
   */
  public NonNumeric other() {
    return other;
  }

  @Override
  public String toString() {
    return name;
  }
}

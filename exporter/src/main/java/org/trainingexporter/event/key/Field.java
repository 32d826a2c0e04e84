package org.trainingexporter.event.key;

import java.util.Set;
import org.trainingexporter.event.grammar.KeyReading;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.event.value.TimeMeaning;
import org.trainingexporter.event.value.TimeValues;
import org.trainingexporter.event.value.Unit;
import org.trainingexporter.event.value.WriterKey;

/**
 * One key of a run's logs. {@code index} numbers the keys of a run densely from 0, so that a run
 * keeps what it knows of a key in an array. What the key means may change while the run is read;
 * only the {@link KeyRegistry} changes it. One thread.
 */
public final class Field {
  private static final Set<String> LANGUAGE =
      Set.of("token", "tokens", "tok", "perplexity", "ppl", "bpb");

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

  /** What a number under the key says of the process that wrote it. */
  public final WriterKey process;

  final KeyReading reading;

  /** Whether a number has stood under the key. */
  boolean seen;

  /** Whether a counter, or a total, has shown whole numbers only. */
  boolean wholeNumbers = true;

  /** The rank of its name; {@link #rank} is another's where two counters are one. */
  int ownRank;

  /** Whether a counter has stood in a record with a loss. */
  boolean besideLoss;

  /** What its values say of a key about time; null for any other key. */
  final TimeValues times;

  /** What of that was assigned last. */
  TimeMeaning timeMeaning;

  private final boolean ofLanguage;
  private Alias alias;
  private NonNumeric other;

  /** The same key in records that are of a held-out set; null until there is one. */
  private Field inValidation;

  private Field inTest;

  Field(Alias alias, String layer, int index, KeyReading reading, NamedSet set, TimeValues times) {
    this.name = alias.name();
    this.layer = layer;
    this.index = index;
    this.reading = reading;
    this.process = WriterKey.of(reading.path().joined());
    this.set = set;
    this.times = times;
    this.timeMeaning = times == null ? TimeMeaning.UNDECIDED : times.meaning();
    this.ofLanguage = LANGUAGE.stream().anyMatch(reading.path()::has);
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

  /** Whether a text under the key may be a time, a clock or a duration. */
  public boolean readsTimes() {
    return times != null;
  }

  /** Whether a number has stood under the key. */
  public boolean hasNumber() {
    return seen;
  }

  /** Whether the key has a word that only logs of language models have: tokens, perplexity. */
  public boolean isOfLanguage() {
    return ofLanguage;
  }

  /** Whether a text under the key may be its value. */
  public boolean readsText() {
    return signal != Signal.VALUE || readsTimes();
  }

  /** Whether the next records may still say what time the key means. */
  public boolean awaitsTimes() {
    return times != null && times.isOpen();
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

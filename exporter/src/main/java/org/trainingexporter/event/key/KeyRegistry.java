package org.trainingexporter.event.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.grammar.KeyGrammar;
import org.trainingexporter.event.grammar.KeyReading;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.CounterRules.RecordFields;
import org.trainingexporter.event.value.WriterKey;

/**
 * The keys of one run and what they mean: the names that the user configured first, then {@link
 * SignalAliases}, then their words, else a plain value. When a new key or a value changes a
 * meaning, {@link #version} rises, and {@link #drainLost} names the signals that begin anew. It
 * also remembers by which alias the run reads each signal. One thread.
 */
public final class KeyRegistry extends ReadAliases {
  /** Further keys get no field, so that a log that invents keys costs no memory. */
  private static final int MOST_KEYS = 2_000;

  private final Map<String, String> renamed;
  private final Map<String, Field> byName = new HashMap<>();

  /** In the order of their index. */
  final List<Field> fields = new ArrayList<>();

  private final ContextRules rules = new ContextRules(this);
  private final CounterRules counters = new CounterRules(this);
  private final TimeRules times = new TimeRules(this);
  private boolean news;
  private boolean namesProcesses;
  private int version;
  private long passedOver;

  /**
   * @param renamed the log's key to ours, from the configuration
   */
  public KeyRegistry(Map<String, String> renamed) {
    this.renamed = Map.copyOf(renamed);
  }

  /** The field of that key; null for a key past the bound. */
  public Field of(String name) {
    return byName.containsKey(name) ? byName.get(name) : add(name);
  }

  /** What a number under that key would mean; the key is not added. */
  public Signal signal(String name) {
    Field known = byName.get(name);
    if (known != null) {
      return known.signal;
    }
    return KeyMeanings.of(name, renamed.getOrDefault(name, name), fields.size()).signal();
  }

  /**
   * Words in lower case: a name that is made of letters, blanks, dashes and underscores and has
   * none of them is a plain value.
   */
  public Set<String> requiredWords() {
    Set<String> required = KeyMeanings.requiredWords();
    for (String name : renamed.keySet()) {
      required.addAll(List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+")));
    }
    return required;
  }

  private Field add(String name) {
    String ours = renamed.getOrDefault(name, name);
    Alias row = SignalAliases.of(ours);
    boolean ofLayer = row != null && row.signal().isOfLayer();
    if ((row == null || ofLayer) && fields.size() >= MOST_KEYS) {
      passedOver++;
      return null;
    }
    KeyReading reading = KeyGrammar.read(ours);
    Alias meaning = KeyMeanings.of(name, ours, fields.size());
    String layer = ofLayer ? ours.substring(row.name().length()) : "";
    Field field =
        new Field(
            meaning, layer, fields.size(), reading, reading.set(), TimeRules.of(meaning, ours));
    fields.add(field);
    namesProcesses |= field.process != WriterKey.NONE;
    byName.put(name, field);
    times.adoptFor(field);
    return field;
  }

  /**
   * The field of the same key in a record that says which set it is of. Only a key without a word
   * of a set has another there.
   */
  public Field in(NamedSet set, Field field) {
    if (!set.isHeldOut() || field.set != NamedSet.NONE) {
      return field;
    }
    Field its = field.in(set);
    if (its == null) {
      Alias meaning = meaningIn(set, field);
      boolean same = meaning.signal() == field.signal;
      its = same ? field : new Field(meaning, field.layer, fields.size(), field.reading, set, null);
      field.put(set, its);
      if (!same) {
        its.seen = true;
        fields.add(its);
        rules.heldOut(set);
      }
    }
    return its;
  }

  private Alias meaningIn(NamedSet set, Field field) {
    Alias meaning = KeyMeanings.inHeldOut(field, set, fields.size());
    boolean apart = set == NamedSet.TEST && rules.hasValidationSet();
    return apart && meaning.signal() != field.signal
        ? Alias.value(field.name, ContextRules.TEST_BESIDE_VALIDATION)
        : meaning;
  }

  /** Takes notice of a value as the log has it; asked for while the field is watched. */
  public void observe(Field field, double value) {
    news |= !field.seen;
    field.seen = true;
    field.watched = !field.isOfTable() && rules.watch(field, value);
    news |= field.watched && rules.isPending(field);
    if (field.readsTimes()) {
      times.note(field, value);
      field.watched = field.times.isWatched();
    }
  }

  /** The record is read: what it shows of its keys decides what they mean. */
  public void settle(RecordFields record) {
    times.apply(record);
    if (news) {
      news = false;
      rules.apply(record);
      counters.update();
    }
  }

  /** What decides by their values which time keys mean. */
  public TimeRules times() {
    return times;
  }

  /** What compares the values of counters, record by record, in the order of the run. */
  public CounterRules counters() {
    return counters;
  }

  /** The field means this from now on. */
  void assign(Field field, Alias meaning) {
    if (isRead(field)) {
      lose(field.signal);
    }
    field.assign(meaning);
    version++;
    for (NamedSet set : List.of(NamedSet.VALIDATION, NamedSet.TEST)) {
      Field its = field.in(set);
      if (its != null && its != field) {
        assign(its, meaningIn(set, field));
      }
      field.put(set, its == field ? null : its);
    }
  }

  /** The field is read by that rank from now on. */
  void rank(Field field, int rank) {
    field.rank = rank;
    version++;
  }

  /** Rises when a key's meaning changes. */
  public int version() {
    return version;
  }

  /**
   * Whether the field is an other value: its key has no signal, or the run reads the signal by
   * another alias, or not at all. A time is never one, and a setting is none.
   */
  public boolean isValue(Field field) {
    return !isRead(field) && !field.signal.isTime() && !field.isSetting();
  }

  /** The log's key to ours, as configured. */
  public Map<String, String> renamed() {
    return renamed;
  }

  /** Whether a key says which process wrote its record. */
  public boolean namesProcesses() {
    return namesProcesses;
  }

  /** All keys seen, by index; a key twice where records of a held-out set have it too. */
  public List<Field> all() {
    return List.copyOf(fields);
  }

  /** How many values had a key past the bound. */
  public long passedOver() {
    return passedOver;
  }
}

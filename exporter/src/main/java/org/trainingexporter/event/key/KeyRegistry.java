package org.trainingexporter.event.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of one run and what they mean: the user's own names first, then {@link SignalAliases},
 * else a plain value. It also remembers which alias of each signal the run is read by. One thread.
 */
public final class KeyRegistry {
  /** Keys past these are not even named, so that a log that invents keys costs no memory. */
  private static final int MOST_KEYS = 2_000;

  private final Map<String, String> renamed;
  private final Map<String, Field> byName = new HashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private final int[] readRank = new int[Signal.COUNT];
  private long passedOver;

  /**
   * @param renamed the log's key to ours, from the configuration
   */
  public KeyRegistry(Map<String, String> renamed) {
    this.renamed = Map.copyOf(renamed);
    Arrays.fill(readRank, Integer.MAX_VALUE);
  }

  /** The field of that key; null for a key past the bound. */
  public Field of(String name) {
    Field known = byName.get(name);
    return known != null ? known : add(name);
  }

  private Field add(String name) {
    String ours = renamed.getOrDefault(name, name);
    Alias alias = SignalAliases.of(ours);
    boolean ofLayer = alias != null && alias.signal().isOfLayer();
    if ((alias == null || ofLayer) && fields.size() >= MOST_KEYS) {
      passedOver++;
      return null;
    }
    if (alias == null) {
      alias = new Alias(name, Signal.VALUE, 0, Unit.PLAIN);
    }
    String layer = ofLayer ? ours.substring(alias.name().length()) : "";
    Field field = new Field(name, alias, layer, fields.size());
    fields.add(field);
    byName.put(name, field);
    return field;
  }

  /** What a number under that key would mean; the key is not added. */
  public Signal signal(String name) {
    Field known = byName.get(name);
    if (known != null) {
      return known.signal;
    }
    Alias alias = SignalAliases.of(renamed.getOrDefault(name, name));
    return alias == null ? Signal.VALUE : alias.signal();
  }

  /** Whether {@link #raise} would change by which alias the field's signal is read. */
  public boolean mayRaise(Field field) {
    return field.rank < readRank[field.signal.ordinal()];
  }

  /**
   * Notes that the field has a value; true when its alias beats the one that the signal was read by
   * until now.
   */
  public boolean raise(Field field) {
    if (!mayRaise(field)) {
      return false;
    }
    int signal = field.signal.ordinal();
    boolean beats = readRank[signal] != Integer.MAX_VALUE;
    readRank[signal] = field.rank;
    return beats;
  }

  /**
   * Whether the field is shown as a plain value: no row knows it, or its signal is not read by it,
   * as a setting in a record that does not train. Another time of day is no number of the training.
   */
  public boolean isValue(Field field) {
    return !isRead(field) && field.signal != Signal.TIMESTAMP;
  }

  /** Forgets which alias the signal is read by: the next that is raised is. */
  public void reread(Signal signal) {
    readRank[signal.ordinal()] = Integer.MAX_VALUE;
  }

  /** Whether this alias is the one that its signal is read by. */
  public boolean isRead(Field field) {
    return isRead(field.signal, field.rank) && !field.signal.isValue();
  }

  /** Whether the signal is read by the alias of that rank. */
  public boolean isRead(Signal signal, int rank) {
    return rank == readRank[signal.ordinal()] && rank != Integer.MAX_VALUE;
  }

  /** The rank of the alias that the signal is read by; the largest int while there is none. */
  public int rankRead(Signal signal) {
    return readRank[signal.ordinal()];
  }

  /** The log's key to ours, as configured. */
  public Map<String, String> renamed() {
    return renamed;
  }

  /** All keys seen, by index. */
  public List<Field> all() {
    return List.copyOf(fields);
  }

  public int size() {
    return fields.size();
  }

  /** How many values had a key past the bound. */
  public long passedOver() {
    return passedOver;
  }
}

package org.trainingexporter.event.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of one run and what they mean: the names that the user configured first, then {@link
 * SignalAliases}, else a other value. It also remembers by which alias the run reads each signal.
 * One thread.
 */
public final class KeyRegistry {
  /** Further keys get no field, so that a log that invents keys costs no memory. */
  private static final int MOST_KEYS = 2_000;

  /** The rank of a signal that no alias is read for. */
  public static final int UNREAD = Integer.MAX_VALUE;

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
    Arrays.fill(readRank, UNREAD);
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

  /** Whether {@link #raise} would change by which alias the field's signal is read. */
  public boolean mayRaise(Field field) {
    return field.rank < readRank[field.signal.ordinal()];
  }

  /**
   * Notes that the field has a value.
   *
   * @return whether its alias replaces another one that the signal was read by
   */
  public boolean raise(Field field) {
    if (!mayRaise(field)) {
      return false;
    }
    int signal = field.signal.ordinal();
    boolean beats = readRank[signal] != UNREAD;
    readRank[signal] = field.rank;
    return beats;
  }

  /**
   * Whether the field is a other value: its key has no signal, or the run reads the signal by
   * another alias, or not at all. A time is never one.
   */
  public boolean isValue(Field field) {
    return !isRead(field) && field.signal != Signal.TIMESTAMP;
  }

  /** Drops the alias that the signal is read by: the next that is raised becomes it. */
  public void reread(Signal signal) {
    readRank[signal.ordinal()] = UNREAD;
  }

  /** Whether the run reads the field's signal by this field's alias. */
  public boolean isRead(Field field) {
    return isRead(field.signal, field.rank) && !field.signal.isValue();
  }

  /** Whether the run reads the signal by the alias of that rank. */
  public boolean isRead(Signal signal, int rank) {
    return rank == readRank[signal.ordinal()] && rank != UNREAD;
  }

  /** The rank of the alias that the signal is read by, or {@link #UNREAD}. */
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

package org.trainingexporter.event.key;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** By which alias a run reads each signal: by rank, the lowest of those that it has. One thread. */
abstract class ReadAliases {
  /** The rank of a signal that no alias is read for. */
  public static final int UNREAD = Integer.MAX_VALUE;

  private final int[] readRank = new int[Signal.COUNT];
  private final Set<Signal> lost = EnumSet.noneOf(Signal.class);

  ReadAliases() {
    Arrays.fill(readRank, UNREAD);
  }

  /** The signal is read by nothing now: the next alias that is raised begins it anew. */
  void lose(Signal signal) {
    reread(signal);
    lost.add(signal);
  }

  /** Signals whose alias turned out to be none since this was asked last. */
  public Set<Signal> drainLost() {
    if (lost.isEmpty()) {
      return Set.of();
    }
    Set<Signal> drained = EnumSet.copyOf(lost);
    lost.clear();
    return drained;
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
}

package org.trainingexporter.run.rank;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.window.RollingWindow;

/**
 * The ranks of a training that logs by rank, at most 1,024: in files of their own, or in one. One
 * rank leads: its records are the run's, and those of the others are only compared with them. Of a
 * run with one rank nothing is kept. One thread.
 */
public final class RankTable {
  /** Further ranks are left out. */
  public static final int MOST_RANKS = 1_024;

  private final Map<Integer, RankState> ranks = new TreeMap<>();
  private final RankKeys keys = new RankKeys();
  private final SharedLog shared = new SharedLog();
  private RankPlace leading;
  private double worldSize = UNKNOWN;

  /** Whether ranks are compared: there are several. */
  public boolean isActive() {
    return leading != null;
  }

  /**
   * There are others than the rank that leads.
   *
   * @param step that it has come to, with the time and the loss there; each may be unknown
   */
  public void lead(RankPlace place, double step, double time, double loss) {
    leading = place;
    state(place).start(step, time, loss);
  }

  /** Whether a record that names its process is of a rank that does not lead. */
  public boolean isOther(LogRecord r) {
    keys.read(r);
    worldSize = keys.worldSize() > 0 ? keys.worldSize() : worldSize;
    double at = firstKnown(r.value(Signal.POSITION), r.value(Signal.EPOCH));
    return keys.hasRank() && shared.isOther(keys.rank(), at, keys.namesOthers());
  }

  /** Whether the records of one log are of several ranks. */
  public boolean isShared() {
    return shared.isShared();
  }

  /** The rank that leads in a log that several write. */
  public RankPlace leadingOfShared() {
    return new RankPlace(shared.leading(), "", "");
  }

  /** A record of the rank that leads was applied. */
  public void addLeading(LogRecord r, RecordKind kind) {
    if (isActive()) {
      leading = isShared() ? leadingOfShared() : leading;
      add(leading, r, kind);
    }
  }

  /** Adds a record of a rank. */
  public void add(RankPlace place, LogRecord r, RecordKind kind) {
    if (kind == RecordKind.TRAIN) {
      keys.read(r);
      state(place).add(place.with(keys.place(place.rank())), r);
    }
  }

  /** Adds the record that was asked for last, of a rank that does not lead. */
  public void addOther(LogRecord r, RecordKind kind) {
    add(keys.place(), r, kind);
  }

  private RankState state(RankPlace place) {
    return ranks.computeIfAbsent(place.rank(), rank -> new RankState(place));
  }

  /** The ranks as they are now. */
  public RanksSnapshot snapshot() {
    if (!isActive()) {
      return new RanksSnapshot(List.of(), worldSize);
    }
    double usualStepTime = median(RankState::medianStepTime);
    RankState first = state(leading);
    double usuallyAbove = median(rank -> rank.lossAbove(first));
    return new RanksSnapshot(
        ranks.values().stream()
            .map(rank -> rank.snapshot(first, usualStepTime, usuallyAbove))
            .toList(),
        worldSize);
  }

  /** Of the ranks that have such a number; unknown where fewer than two have. */
  private double median(ToDoubleFunction<RankState> number) {
    double[] all =
        ranks.values().stream().mapToDouble(number).filter(n -> !Double.isNaN(n)).toArray();
    Arrays.sort(all);
    return all.length < 2 ? UNKNOWN : RollingWindow.median(all, all.length);
  }
}

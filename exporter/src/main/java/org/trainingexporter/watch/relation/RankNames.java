package org.trainingexporter.watch.relation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trainingexporter.run.rank.RankTable;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.rank.RankName;
import org.trainingexporter.watch.rank.RankNumbers;

/**
 * Logs that each rank of a training writes, such as {@code train_rank3.jsonl}: the lowest rank's
 * leads, and the others are compared with it. A log that leads keeps that part once it has it. One
 * thread.
 */
final class RankNames {
  /** For so long the logs of a training that has just begun wait for that of rank 0. */
  private static final double AWAIT_SECONDS = 60;

  private static final Comparator<Map.Entry<FoundLog, RankName>> BY_RANK =
      Comparator.comparingInt(named -> named.getValue().place().rank());

  /** The logs of one training by rank, and the one that leads. */
  private static final class RankGroup {
    final SortedMap<Integer, Path> logs = new TreeMap<>();
    final Set<Path> training = new HashSet<>();
    final RankNumbers numbers = new RankNumbers();
    private Path opened;

    boolean admits(RankName name, Path log) {
      return logs.getOrDefault(name.place().rank(), log).equals(log);
    }

    void add(FoundLog log) {
      if (log.trains()) {
        training.add(log.path());
      }
    }

    void open(Path log) {
      opened = opened == null ? log : opened;
    }

    /** Whether rank 0 is not found, or has no training records, and no other rank leads. */
    boolean awaitsFirst() {
      Path first = logs.get(0);
      return first == null || (opened == null && !training.contains(first));
    }

    boolean isFirst(Path log) {
      return log.equals(logs.get(0));
    }

    Optional<Path> leader() {
      return opened == null
          ? logs.values().stream().filter(training::contains).findFirst()
          : Optional.of(opened);
    }
  }

  private final Map<Path, RankGroup> groups = new HashMap<>();
  private final Map<Path, RankGroup> byLog = new HashMap<>();

  /** When logs that have to wait were found, by the monotonic clock. */
  private final Map<Path, Long> since = new HashMap<>();

  /** Those that wait, by the newest search. */
  private final Set<Path> waiting = new HashSet<>();

  /** These logs were found. */
  void add(List<FoundLog> logs) {
    Map<FoundLog, RankName> names = new HashMap<>();
    for (FoundLog log : logs) {
      RankGroup group = byLog.get(log.path());
      if (group == null) {
        RankName.of(log.path()).ifPresent(name -> names.put(log, name));
      } else {
        group.add(log);
      }
    }
    names.entrySet().stream()
        .sorted(BY_RANK.thenComparing(named -> named.getKey().path()))
        .forEach(named -> add(named.getKey(), named.getValue()));
  }

  private void add(FoundLog log, RankName name) {
    RankGroup ofAll = group(name.group());
    RankGroup group = ofAll.admits(name, log.path()) ? ofAll : group(name.groupOfNode());
    if (group.admits(name, log.path())) {
      group.logs.put(name.place().rank(), log.path());
      group.numbers.add(name.place().rank());
      group.add(log);
      byLog.put(log.path(), group);
    }
  }

  private RankGroup group(Path key) {
    return groups.computeIfAbsent(key, k -> new RankGroup());
  }

  /**
   * The logs that do not wait, for rank 0 or for a leader that does.
   *
   * @param now seconds since 1970
   * @param nanos of the monotonic clock
   */
  List<FoundLog> ready(List<FoundLog> logs, double now, long nanos) {
    waiting.clear();
    logs.stream().filter(log -> isWaiting(log, now, nanos)).forEach(log -> waiting.add(log.path()));
    return logs.stream()
        .filter(log -> !waiting.contains(log.path()))
        .filter(log -> leaderOf(log.path()).filter(waiting::contains).isEmpty())
        .toList();
  }

  /** Whether a log has just begun, and that of rank 0 may still come or begin to train. */
  private boolean isWaiting(FoundLog log, double now, long nanos) {
    RankGroup group = byLog.get(log.path());
    if (group == null || !group.awaitsFirst() || group.isFirst(log.path())) {
      return false;
    }
    if (now - log.time() >= AWAIT_SECONDS) {
      return false;
    }
    long found = since.computeIfAbsent(log.path(), path -> nanos);
    return (nanos - found) / 1e9 < AWAIT_SECONDS;
  }

  /** Only these files are there. */
  void retain(Set<Path> files) {
    since.keySet().retainAll(files);
  }

  /** A run has opened the log. */
  void opened(FoundLog log) {
    since.remove(log.path());
    if (log.trains()) {
      leads(log);
    }
  }

  /** A log leads a run, whether or not it had training records when it was found. */
  void leads(FoundLog log) {
    RankGroup group = byLog.get(log.path());
    if (group != null) {
      group.open(log.path());
    }
  }

  /**
   * The log of the rank that leads; empty where it is this one, where this is rank 0's and the
   * other waits for it, or where the log is of no rank.
   */
  Optional<Path> leaderOf(Path log) {
    RankGroup group = byLog.get(log);
    return group != null && group.numbers.areOfProcesses()
        ? group.leader().filter(l -> !l.equals(log) && !(group.isFirst(log) && waiting.contains(l)))
        : Optional.empty();
  }

  /** Whether so many ranks are compared. */
  static boolean isCompared(Path log) {
    return RankName.of(log).orElseThrow().place().rank() < RankTable.MOST_RANKS;
  }
}

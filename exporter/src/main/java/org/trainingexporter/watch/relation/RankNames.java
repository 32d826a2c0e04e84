package org.trainingexporter.watch.relation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Comparator<Map.Entry<Path, RankName>> BY_RANK =
      Comparator.comparingInt(named -> named.getValue().place().rank());

  /** The logs of one training by rank, and the one that leads. */
  private static final class RankGroup {
    final Map<Integer, Path> logs = new HashMap<>();
    final RankNumbers numbers = new RankNumbers();
    Path leader;

    boolean admits(RankName name, Path log) {
      return logs.getOrDefault(name.place().rank(), log).equals(log);
    }
  }

  private final Map<Path, RankGroup> groups = new HashMap<>();
  private final Map<Path, RankGroup> byLog = new HashMap<>();

  /** These logs were found. */
  void add(List<FoundLog> logs) {
    Map<Path, RankName> names = new HashMap<>();
    for (FoundLog log : logs) {
      if (!byLog.containsKey(log.path())) {
        RankName.of(log.path()).ifPresent(name -> names.put(log.path(), name));
      }
    }
    names.entrySet().stream()
        .sorted(BY_RANK.thenComparing(Map.Entry.comparingByKey()))
        .forEach(named -> add(named.getKey(), named.getValue()));
  }

  private void add(Path log, RankName name) {
    RankGroup ofAll = group(name.group());
    RankGroup group = ofAll.admits(name, log) ? ofAll : group(name.groupOfNode());
    if (group.admits(name, log)) {
      group.logs.put(name.place().rank(), log);
      group.numbers.add(name.place().rank());
      group.leader = group.leader == null ? log : group.leader;
      byLog.put(log, group);
    }
  }

  private RankGroup group(Path key) {
    return groups.computeIfAbsent(key, k -> new RankGroup());
  }

  /** The log of the rank that leads; empty where it is this one, or the log is of no rank. */
  Optional<Path> leaderOf(Path log) {
    RankGroup group = byLog.get(log);
    boolean follows = group != null && group.numbers.areOfProcesses() && !group.leader.equals(log);
    return follows ? Optional.of(group.leader) : Optional.empty();
  }

  /** Whether so many ranks are compared. */
  static boolean isCompared(Path log) {
    return RankName.of(log).orElseThrow().place().rank() < RankTable.MOST_RANKS;
  }
}

package org.trainingexporter.watch.rank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Directories side by side that are named by machines, such as {@code node0} and {@code node1}, and
 * hold logs of ranks or directories of ranks. They are of one training where the numbers go on from
 * one to the next: 0 to 7, 8 to 15. Where a rank is in two of them they are of several trainings.
 * Once directories belong together they do until a rank is found twice. One thread.
 */
public final class MachineFolders {
  /** By what is the same for all ranks of a training, and by the directory. */
  private final Map<Path, Map<Path, MachineRanks>> groups = new HashMap<>();

  /** The files in each directory whose names may be a log's and say no rank. */
  private final Map<Path, List<Path>> unranked = new HashMap<>();

  /** A log among these: the directory is not of a machine's ranks alone. */
  private final Map<Path, Path> mixed = new HashMap<>();

  private final Map<Path, Path> leaders = new HashMap<>();

  /** Since when directories are missing, by the monotonic clock. */
  private final Map<Path, Long> away = new HashMap<>();

  private final Predicate<Path> isLog;
  private final long longestAway;

  /**
   * @param isLog whether a file is a log, by what it holds
   * @param longestAway nanoseconds for which a directory may be missing and come back as it was
   */
  public MachineFolders(Predicate<Path> isLog, long longestAway) {
    this.isLog = isLog;
    this.longestAway = longestAway;
  }

  /**
   * Sets the directories that there are.
   *
   * @param logs of each, by name
   * @param nanos of the monotonic clock
   */
  public void find(Map<Path, List<Path>> logs, long nanos) {
    removeGone(logs.keySet(), nanos);
    unranked.clear();
    logs.forEach(this::add);
    for (Path machine : machines()) {
      leader(machine)
          .ifPresentOrElse(leader -> leaders.put(machine, leader), () -> leaders.remove(machine));
    }
  }

  /** Each directory with ranks. */
  private Set<Path> machines() {
    Set<Path> machines = new HashSet<>();
    groups.values().forEach(group -> machines.addAll(group.keySet()));
    return machines;
  }

  /** Removes what has been missing for so long that it will not come back as it was. */
  private void removeGone(Set<Path> present, long nanos) {
    away.keySet().removeAll(present);
    for (Path machine : machines()) {
      if (!present.contains(machine)
          && nanos - away.computeIfAbsent(machine, m -> nanos) >= longestAway) {
        away.remove(machine);
        mixed.remove(machine);
        leaders.remove(machine);
        leaders.values().removeIf(machine::equals);
        groups.values().forEach(group -> group.remove(machine));
      }
    }
    groups.values().removeIf(Map::isEmpty);
  }

  private void add(Path directory, List<Path> logs) {
    RankName.rankOf(directory)
        .ifPresent(
            rank ->
                MachineName.of(directory.getParent())
                    .ifPresent(m -> add(m.group().resolve("rank"), m.directory(), rank)));
    MachineName.of(directory)
        .ifPresent(machine -> logs.forEach(log -> add(machine.directory(), log)));
  }

  private void add(Path machine, Path log) {
    RankName.of(log)
        .ifPresentOrElse(
            name -> add(name.group(), machine, name.place().rank()),
            () -> unranked.computeIfAbsent(machine, m -> new ArrayList<>()).add(log));
  }

  private void add(Path group, Path directory, int rank) {
    groups
        .computeIfAbsent(group, g -> new HashMap<>())
        .computeIfAbsent(directory, d -> new MachineRanks())
        .add(rank);
  }

  /**
   * The directory that has rank 0 where this one has ranks; files that no rank 0 writes say
   * nothing. A leader that is known is kept until a rank is found twice.
   */
  private Optional<Path> leader(Path machine) {
    Set<Path> first = new HashSet<>();
    boolean fits = false;
    for (Map<Path, MachineRanks> group : groups.values()) {
      MachineRanks own = group.get(machine);
      if (own != null) {
        if (group.values().stream().anyMatch(other -> other != own && other.collidesWith(own))) {
          return Optional.empty();
        }
        group.keySet().stream().filter(other -> group.get(other).hasFirst()).forEach(first::add);
        fits |= fits(own, group.values());
      }
    }
    if (leaders.containsKey(machine)) {
      return leaderOf(machine);
    }
    boolean follows = fits && first.size() == 1 && !first.contains(machine);
    return follows && !isMixed(machine) ? first.stream().findFirst() : Optional.empty();
  }

  /** Files are opened only here, where nothing else keeps the directory apart. */
  private boolean isMixed(Path machine) {
    List<Path> files = unranked.getOrDefault(machine, List.of());
    if (!mixed.containsKey(machine) || !files.contains(mixed.get(machine))) {
      mixed.remove(machine);
      files.stream().filter(isLog).findFirst().ifPresent(log -> mixed.put(machine, log));
    }
    return mixed.containsKey(machine);
  }

  private static boolean fits(MachineRanks own, Collection<MachineRanks> all) {
    return MachineRanks.areWhole(all)
        || all.stream().filter(MachineRanks::hasFirst).anyMatch(own::isShareLike);
  }

  /**
   * The directory with rank 0 of the training whose further ranks a directory has; empty where it
   * has none of such.
   */
  public Optional<Path> leaderOf(Path directory) {
    return Optional.ofNullable(leaders.get(directory));
  }

  /** Whether the directory is of one rank, below one whose ranks follow those of another. */
  public boolean isPart(Path directory) {
    return RankName.rankOf(directory).isPresent()
        && MachineName.of(directory.getParent())
            .filter(machine -> leaders.containsKey(machine.directory()))
            .isPresent();
  }
}

package org.trainingexporter.watch.relation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.age.Silence;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.Folder;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.find.LogFinder;
import org.trainingexporter.watch.find.StateDocuments;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.LogRole;

/** The logs of a directory that no run has yet, and what each is to the others. One thread. */
public final class NewLogs {
  /** W&B writes a run's own file block by block. */
  private static final long BLOCK_BYTES = 32_768;

  /** Where a block takes longer, what lies beside the file is read without it. */
  private static final double AWAIT_SECONDS = 600;

  private final LogFinder finder;
  private final LogRelations relations;
  private final RotatedParts rotated;
  private final RankNames ranks = new RankNames();

  /** Files of runs that say nothing yet. */
  private final Map<Path, Silence> awaited = new HashMap<>();

  /**
   * What was found, the oldest first.
   *
   * @param leading each leads a run
   * @param followers each tells of the training of a leading log, a new one or one known before
   * @param joining they hold no training records
   */
  public record Found(List<FoundLog> leading, List<Follower> followers, List<FoundLog> joining) {}

  /** A log that tells of the training of another one. */
  public record Follower(FoundLog log, FoundLog leader, LogRole role) {}

  public NewLogs(LogFinder finder, LogRelations relations, RotatedParts rotated) {
    this.finder = finder;
    this.relations = relations;
    this.rotated = rotated;
  }

  /**
   * The logs in those directories that no run has yet, the oldest first.
   *
   * @param now seconds since 1970
   * @param nanos of the monotonic clock
   */
  public List<FoundLog> search(List<Folder> folders, double now, long nanos) {
    Set<Path> files = new LinkedHashSet<>();
    folders.forEach(f -> files.addAll(f.files()));
    files.removeIf(StateDocuments::isOne);
    List<FoundLog> whole = wholeLogs(finder.find(files, now), now);
    awaited.keySet().retainAll(files);
    ranks.retain(files);
    return ranks.ready(whole, now, nanos).stream()
        .filter(f -> !isTooEarly(f, whole, files, now, nanos))
        .toList();
  }

  /**
   * Whether a log lies beside a run's own file that says nothing yet, as its first block is not
   * written: the log would lead the run instead.
   */
  private boolean isTooEarly(
      FoundLog log, List<FoundLog> whole, Set<Path> files, double now, long nanos) {
    return files.stream()
        .filter(f -> FileNames.isBesideRun(log.path(), f) && !finder.isOpened(f))
        .filter(f -> whole.stream().noneMatch(w -> w.trains() && w.path().equals(f)))
        .anyMatch(f -> isFirstBlockAwaited(f, now, nanos));
  }

  private boolean isFirstBlockAwaited(Path file, double now, long nanos) {
    try {
      FileState state = FileState.of(file);
      Silence silence = awaited.computeIfAbsent(file, f -> new Silence());
      double seconds = silence.seconds(state, state.modifiedSeconds(), now, nanos);
      return state.size() < BLOCK_BYTES && seconds < AWAIT_SECONDS;
    } catch (IOException e) {
      return false; // gone
    }
  }

  /**
   * Says what logs are to each other.
   *
   * @param found here, by {@link #search}
   * @param below logs that were found in directories below, where the training here may be told
   *     once more: of them only those that are told here too are part of the answer
   * @param known the logs that lead a run here already
   */
  public Found relate(
      List<FoundLog> found, List<FoundLog> below, Collection<FoundLog> known, double now) {
    List<FoundLog> leading = new ArrayList<>();
    List<Follower> followers = new ArrayList<>();
    List<FoundLog> leaders = new ArrayList<>(known);
    known.forEach(ranks::leads);
    for (FoundLog log : found.stream().sorted(LogRelations.LEADING_FIRST).toList()) {
      if (log.trains() && ranks.leaderOf(log.path()).isEmpty()) {
        Optional<Follower> follower =
            leaders.stream().flatMap(l -> follower(log, l, now).stream()).findFirst();
        follower.ifPresentOrElse(followers::add, () -> leading.add(log));
        if (follower.isEmpty()) {
          leaders.add(log);
        }
      }
    }
    found.forEach(log -> addRank(log, leaders, followers));
    if (!leaders.isEmpty()) {
      new LogsBelow(relations, known, leading, followers).add(below, now);
    }
    relations.refresh();
    leading.sort(FoundLog.OLDEST_FIRST);
    Predicate<FoundLog> joins = f -> !f.trains() && ranks.leaderOf(f.path()).isEmpty();
    return new Found(leading, followers, found.stream().filter(joins).toList());
  }

  /** Whether a log tells of the training of one in a directory below. */
  public boolean repeatsFromAfar(FoundLog log, FoundLog below, double now) {
    return relations.repeatsFromAfar(log, below, now);
  }

  /** The log of a rank follows the one that leads; where that leads no run it is not read. */
  private void addRank(FoundLog log, List<FoundLog> leaders, List<Follower> followers) {
    Optional<Path> first = ranks.leaderOf(log.path());
    if (first.isPresent()) {
      Optional<FoundLog> leader =
          leaders.stream()
              .filter(l -> RankNames.isCompared(log.path()))
              .filter(l -> l.path().equals(first.get()))
              .findFirst();
      leader.ifPresentOrElse(
          l -> followers.add(new Follower(log, l, LogRole.RANK)), () -> finder.opened(log.path()));
    }
  }

  /** Those that are no rotated copy of another log. */
  private List<FoundLog> wholeLogs(List<FoundLog> found, double now) {
    if (found.isEmpty()) {
      return found;
    }
    rotated.refresh();
    Set<Path> paths = found.stream().map(FoundLog::path).collect(Collectors.toSet());
    Predicate<Path> isLog = p -> paths.contains(p) || finder.isOpened(p);
    List<FoundLog> whole = new ArrayList<>();
    for (FoundLog log : found) {
      switch (rotated.answer(log.path(), isLog, now)) {
        case OWN -> whole.add(log);
        case PART -> finder.opened(log.path());
        case UNDECIDED -> {}
      }
    }
    ranks.add(whole);
    return whole;
  }

  private Optional<Follower> follower(FoundLog log, FoundLog leader, double now) {
    if (relations.validates(log, leader, now)) {
      return Optional.of(new Follower(log, leader, LogRole.VALIDATES));
    }
    return relations.repeats(log, leader, now)
        ? Optional.of(new Follower(log, leader, LogRole.REPEATS))
        : Optional.empty();
  }

  /** A run has opened the log: it is not found again. */
  public void opened(FoundLog log) {
    finder.openedLog(log);
    ranks.opened(log);
  }

  /** Whether a run here has opened the log. */
  public boolean hasOpened(FoundLog log) {
    return finder.isOpened(log.path());
  }

  /** The files in those directories that look like logs and are not read. */
  public List<IgnoredLog> ignored(List<Folder> folders) {
    List<IgnoredLog> ignored = new ArrayList<>(finder.ignored());
    folders.forEach(f -> ignored.addAll(f.ignored()));
    return List.copyOf(ignored);
  }
}

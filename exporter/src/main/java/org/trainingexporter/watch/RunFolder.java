package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.find.CheckpointFinder;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.Folder;
import org.trainingexporter.watch.find.FreeSpace;
import org.trainingexporter.watch.find.WatchedRoots;
import org.trainingexporter.watch.log.LogCursor;

/**
 * The directory of a run with the parts that count to it: which of its files are logs, and which
 * runs these make. Names that were given stay for the life of the process.
 */
final class RunFolder {
  private static final Logger log = LoggerFactory.getLogger(RunFolder.class);

  /** Milliseconds. */
  private static final long PATIENCE = 600_000;

  private static final String STATE = "trainer_state.json";

  /** Of one time, as copies have it, the one that is farther; the run's own is the farthest. */
  private static final Comparator<Path> NEWEST =
      Comparator.comparingLong(RunFolder::modified)
          .thenComparingDouble(p -> FileNames.step(String.valueOf(p.getParent().getFileName())));

  /** A log that was found, before it is given to a run. */
  private record FoundLog(Path path, LogProfile profile, boolean trains, double time) {
    static final Comparator<FoundLog> OLDEST_FIRST =
        Comparator.comparingDouble(FoundLog::time).thenComparing(f -> f.path().toString());
  }

  /**
   * A file that is no log in the state it had then; one whose head is settled stays that however it
   * grows.
   */
  private record NoLog(FileState state, boolean settled) {
    boolean isStill(FileState now) {
      boolean grew = settled && state.isSameFile(now) && now.size() >= state.size();
      return grew || state.equals(now);
    }
  }

  final Path path;
  final String name;
  private final String below;
  private final RunOpener opener;
  private final Map<Path, NoLog> noLogs = new HashMap<>();

  /** Files that we may not read. */
  private final Map<Path, FaultReporter> unreadable = new HashMap<>();

  private final Set<Path> taken = new HashSet<>();
  private final CheckpointFinder checkpointFinder = new CheckpointFinder();
  private final FreeSpace freeSpace = new FreeSpace();
  private final List<Run> runs = new ArrayList<>();
  private List<Folder> parts = List.of();
  private List<Folder> checkpointParts = List.of();
  private boolean stateTaken;
  private long awaySince;

  RunFolder(WatchedRoots.Group group, RunOpener opener) {
    this.path = group.path();
    this.name = group.name();
    this.below = group.below();
    this.opener = opener;
  }

  /** Takes the directories that belong to it now. */
  void assign(WatchedRoots.Group group) {
    parts = group.parts();
    checkpointParts = group.checkpoints();
    awaySince = 0;
  }

  /** Lists its directories again, and looks for new logs and checkpoints in them. */
  void discover(long nowMillis) {
    double now = nowMillis / 1e3;
    parts.forEach(f -> f.refresh(nowMillis));
    checkpointParts.forEach(f -> f.refresh(nowMillis));
    List<FoundLog> found = new ArrayList<>();
    Set<Path> files = new LinkedHashSet<>();
    parts.forEach(f -> files.addAll(f.files()));
    noLogs.keySet().retainAll(files);
    unreadable.keySet().retainAll(files);
    files.forEach(file -> profile(file, now, found));
    found.sort(FoundLog.OLDEST_FIRST);
    found.stream().filter(f -> f.trains && !isState(f.path)).forEach(f -> lead(f, now));
    found.stream().filter(f -> !f.trains).forEach(f -> join(f, now));
    findStateDocument(now);
    if (hasRuns()) {
      findCheckpoints(runs.get(0), nowMillis);
    }
  }

  private static boolean isState(Path file) {
    return file.getFileName().toString().equals(STATE);
  }

  private void profile(Path file, double now, List<FoundLog> found) {
    if (taken.contains(file) || isState(file)) {
      return;
    }
    try {
      FileState state = FileState.of(file);
      NoLog before = noLogs.get(file);
      if (state.size() == 0 || (before != null && before.isStill(state))) {
        return;
      }
      LogProfile profile = opener.profile(file, name);
      unreadable.remove(file);
      if (!profile.isLog()) {
        noLogs.put(file, new NoLog(state, profile.isSettled()));
        return;
      }
      noLogs.remove(file);
      boolean trains = opener.trains(profile, file, name, now);
      double time =
          Double.isNaN(profile.firstTime()) ? state.modifiedSeconds() : profile.firstTime();
      found.add(new FoundLog(file, profile, trains, time));
    } catch (AccessDeniedException e) {
      unreadable
          .computeIfAbsent(file, f -> new FaultReporter(log))
          .failed(Level.WARN, file + ": cannot be read; looking again");
    } catch (IOException e) {
      // Gone since it was listed, or no plain file: it is looked at again with the next listing.
    }
  }

  /** A log that trains leads this folder's run, or is a run of its own beside it. */
  private void lead(FoundLog f, double now) {
    Run run =
        runs.stream().filter(r -> !r.logs.isLed()).findFirst().orElseGet(() -> addRun(f.path));
    open(f, run, now).ifPresent(run.logs::lead);
  }

  private void join(FoundLog f, double now) {
    Run run = runs.isEmpty() ? addRun(f.path) : runs.get(0);
    open(f, run, now).ifPresent(run.logs::add);
  }

  private Optional<LogCursor> open(FoundLog f, Run run, double now) {
    try {
      LogCursor feed = opener.open(run, f.profile, () -> f.path, now);
      taken.add(f.path);
      return Optional.of(feed);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Run addRun(Path file) {
    String stem = FileNames.withoutSuffix(file.getFileName().toString());
    Run run = opener.run(runs.isEmpty() ? name : name + "/" + stem, path, below);
    runs.add(run);
    return run;
  }

  /** Of the state documents here and in the checkpoints, the newest tells of the run. */
  private void findStateDocument(double now) {
    if (stateTaken || states().findAny().isEmpty()) {
      return;
    }
    Path newest = newestState();
    try {
      LogProfile profile = opener.profile(newest, name);
      if (profile.isLog()) {
        Run run = runs.isEmpty() ? addRun(newest) : runs.get(0);
        LogCursor feed = opener.open(run, profile, this::newestState, now);
        stateTaken = true;
        if (run.logs.isLed()) {
          run.logs.addDocument(feed);
        } else {
          run.logs.lead(feed);
        }
      }
    } catch (IOException e) {
      // Half written or gone again: the next look finds what there is then.
    }
  }

  private Path newestState() {
    return states().max(NEWEST).orElse(path.resolve(STATE));
  }

  private Stream<Path> states() {
    Stream<Path> own = parts.stream().flatMap(f -> f.files().stream()).filter(RunFolder::isState);
    Stream<Path> saved =
        parts.stream().flatMap(f -> f.checkpoints().stream()).map(c -> c.resolve(STATE));
    return Stream.concat(own, saved.filter(Files::isRegularFile));
  }

  private static long modified(Path file) {
    try {
      return FileState.of(file).modifiedNanos();
    } catch (IOException e) {
      return Long.MIN_VALUE;
    }
  }

  private void findCheckpoints(Run run, long nowMillis) {
    List<Path> candidates = new ArrayList<>();
    Stream.concat(parts.stream(), checkpointParts.stream())
        .forEach(f -> candidates.addAll(f.checkpoints()));
    Path goTo = candidates.isEmpty() ? path : candidates.get(0).getParent();
    for (Path configured : opener.checkpointFolders(run.name, path)) {
      Folder folder = new Folder(configured);
      if (folder.refresh(nowMillis)) {
        candidates.addAll(folder.checkpoints());
        goTo = configured;
      }
    }
    run.checkpoints(checkpointFinder.find(candidates, nowMillis / 1e3));
    double free = freeSpace.of(goTo, nowMillis);
    runs.forEach(r -> r.free(free));
  }

  boolean hasRuns() {
    return !runs.isEmpty();
  }

  List<Run> runs() {
    return runs;
  }

  /**
   * Whether its directory has been away for so long that it will not come back as it was. Until
   * then its runs wait: what was read is not read again.
   */
  boolean isForgotten(long nowMillis) {
    awaySince = awaySince == 0 ? nowMillis : awaySince;
    boolean forgotten = nowMillis - awaySince > PATIENCE;
    if (forgotten) {
      runs.forEach(opener::release);
    }
    return forgotten;
  }
}

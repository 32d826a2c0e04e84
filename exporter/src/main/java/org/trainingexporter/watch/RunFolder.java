package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.watch.find.CheckpointFinder;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.Folder;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.find.FreeSpace;
import org.trainingexporter.watch.find.LogFinder;
import org.trainingexporter.watch.find.StateDocuments;
import org.trainingexporter.watch.find.WatchedRoots;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.relation.LogRelations;
import org.trainingexporter.watch.relation.NewLogs;
import org.trainingexporter.watch.relation.RotatedParts;
import org.trainingexporter.watch.setting.SettingFiles;

/**
 * The directory of a run with its parts, and the runs that the logs in it make: each log with
 * training records leads one, the others join the first. A run keeps its name as long as it lives.
 * One thread.
 */
final class RunFolder {
  /** Milliseconds for which a directory may be away and come back with its runs as they were. */
  private static final long LONGEST_AWAY = 600_000;

  final Path path;
  private final String name;
  private final String below;
  private final RunFactory factory;
  private final NewLogs newLogs;
  private final CheckpointFinder checkpointFinder = new CheckpointFinder();
  private final SettingFiles settingFiles = new SettingFiles();
  private Map<String, String> settings = Map.of();
  private final FreeSpace freeSpace = new FreeSpace();
  private final List<Run> runs = new ArrayList<>();

  /** The log that leads each run that was found with one. */
  private final Map<Run, FoundLog> led = new LinkedHashMap<>();

  private final Path above;

  /** What the newest search has found and no run has yet. */
  private List<FoundLog> found = new ArrayList<>();

  private List<Folder> parts = List.of();
  private List<Folder> checkpointParts = List.of();
  private boolean hasStateDocument;
  private long awaySince;

  RunFolder(WatchedRoots.Group group, RunFactory factory) {
    this.path = group.path();
    this.name = group.name();
    this.below = group.below();
    this.above = group.above();
    this.factory = factory;
    this.newLogs =
        new NewLogs(
            new LogFinder((file, now) -> factory.probe(file, name, now)),
            new LogRelations((file, now) -> factory.outline(file, name, now)),
            new RotatedParts((log, now) -> factory.stampedParts(log, name, now)));
  }

  /** Sets the directories that belong to it now. */
  void assign(WatchedRoots.Group group) {
    parts = group.parts();
    checkpointParts = group.checkpoints();
    awaySince = 0;
  }

  /** The directory of a run whose training may be told here once more; null for none. */
  Path above() {
    return above;
  }

  /** Lists its directories again, and searches them for logs. */
  void search(long nowMillis) {
    parts.forEach(f -> f.refresh(nowMillis));
    checkpointParts.forEach(f -> f.refresh(nowMillis));
    found = new ArrayList<>(newLogs.search(files(), nowMillis / 1e3));
  }

  /**
   * Gives new logs and checkpoints to its runs, after {@link #search}.
   *
   * @param others directories below whose logs may tell of a training here
   */
  void discover(List<RunFolder> others, long nowMillis) {
    double now = nowMillis / 1e3;
    List<FoundLog> all = others.stream().flatMap(o -> o.found.stream()).toList();
    NewLogs.Found related = newLogs.relate(found, all, led.values(), now);
    related.leading().forEach(f -> lead(f, now));
    related.followers().forEach(f -> follow(f, now));
    related.joining().forEach(f -> join(f, now));
    others.forEach(o -> o.found.removeIf(f -> o.isOpenedBy(this, f)));
    found.clear();
    openStateDocument(now);
    if (hasRuns()) {
      findCheckpoints(runs.get(0), nowMillis);
      readSettings();
    }
  }

  /** Whether another directory's run has opened the log: then it is not found here again. */
  private boolean isOpenedBy(RunFolder other, FoundLog log) {
    boolean opened = other.newLogs.hasOpened(log);
    if (opened) {
      newLogs.opened(log);
    }
    return opened;
  }

  /** All files that may be logs, but for state documents. */
  private Set<Path> files() {
    Set<Path> files = new LinkedHashSet<>();
    parts.forEach(f -> files.addAll(f.files()));
    files.removeIf(StateDocuments::isOne);
    return files;
  }

  /** A log with training records leads the first run that has none, or one of its own. */
  private void lead(FoundLog found, double now) {
    Optional<Run> free = runs.stream().filter(r -> !r.isLed()).findFirst();
    Run run = free.orElseGet(() -> addRun(found.path()));
    if (open(found, run, LogRole.LEADS, now)) {
      led.put(run, found);
    }
  }

  private void follow(NewLogs.Follower follower, double now) {
    led.entrySet().stream()
        .filter(e -> e.getValue().equals(follower.leader()))
        .findFirst()
        .ifPresent(e -> open(follower.log(), e.getKey(), follower.role(), now));
  }

  private void join(FoundLog found, double now) {
    open(found, firstRun(found.path()), LogRole.JOINS, now);
  }

  private boolean open(FoundLog found, Run run, LogRole role, double now) {
    try {
      run.open(found::path, found.profile(), role, now);
      newLogs.opened(found);
      return true;
    } catch (IOException e) {
      return false; // gone or replaced since it was probed: the next discovery finds what there is
    }
  }

  private Run firstRun(Path file) {
    return runs.isEmpty() ? addRun(file) : runs.get(0);
  }

  private Run addRun(Path file) {
    String stem = FileNames.withoutSuffix(file.getFileName().toString());
    Run run = factory.create(runs.isEmpty() ? name : name + "/" + stem, path, below);
    runs.add(run);
    return run;
  }

  /** Of the state documents here and in the checkpoints, the newest belongs to the first run. */
  private void openStateDocument(double now) {
    Optional<Path> newest = hasStateDocument ? Optional.empty() : StateDocuments.newest(parts);
    if (newest.isEmpty()) {
      return;
    }
    try {
      LogProfile profile = factory.probe(newest.get(), name, now);
      if (profile.isLog()) {
        Run run = firstRun(newest.get());
        LogRole role = run.isLed() ? LogRole.REPEATS : LogRole.LEADS;
        run.open(() -> StateDocuments.newest(parts, path), profile, role, now);
        hasStateDocument = true;
      }
    } catch (IOException e) {
      // Half written or gone again: the next discovery finds what there is then.
    }
  }

  /** Each of its runs has the settings of its files. */
  private void readSettings() {
    List<Path> files = parts.stream().flatMap(f -> f.settings().stream()).toList();
    settings = settingFiles.refresh(files).orElse(settings);
    runs.forEach(run -> run.settings(settings));
  }

  private void findCheckpoints(Run run, long nowMillis) {
    List<Path> candidates = new ArrayList<>();
    Stream.concat(parts.stream(), checkpointParts.stream())
        .forEach(f -> candidates.addAll(f.checkpoints()));
    Path goTo = candidates.isEmpty() ? path : candidates.get(0).getParent();
    for (Path configured : factory.checkpointFolders(run.place.name(), path)) {
      Folder folder = new Folder(configured);
      if (folder.refresh(nowMillis)) {
        candidates.addAll(folder.checkpoints());
        goTo = configured;
      }
    }
    run.checkpoints(checkpointFinder.find(candidates, nowMillis / 1e3));
    double free = freeSpace.of(goTo, nowMillis);
    runs.forEach(r -> r.freeBytes(free));
  }

  boolean hasRuns() {
    return !runs.isEmpty();
  }

  List<Run> runs() {
    return runs;
  }

  /** Lets go of a run; its logs are not opened again. */
  void release(Run run) {
    runs.remove(run);
    led.remove(run);
    factory.release(run);
  }

  /** The files here that look like logs and are not read. */
  List<IgnoredLog> ignored() {
    List<IgnoredLog> ignored = new ArrayList<>(newLogs.ignored());
    parts.forEach(f -> ignored.addAll(f.ignored()));
    return ignored;
  }

  /**
   * Whether the directory has been away for so long that it will not come back as it was; its runs'
   * names are then free again. Until then they wait, and nothing is read twice.
   */
  boolean isGoneForGood(long nowMillis) {
    awaySince = awaySince == 0 ? nowMillis : awaySince;
    boolean gone = nowMillis - awaySince > LONGEST_AWAY;
    if (gone) {
      runs.forEach(factory::release);
    }
    return gone;
  }
}

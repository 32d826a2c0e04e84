package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.service.Due;
import org.trainingexporter.watch.beside.Beside;
import org.trainingexporter.watch.beside.BesideFinder;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.Folder;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.find.LogFinder;
import org.trainingexporter.watch.find.RunGroup;
import org.trainingexporter.watch.find.StateDocuments;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.relation.LogRelations;
import org.trainingexporter.watch.relation.NewLogs;
import org.trainingexporter.watch.relation.RotatedParts;

/**
 * The directory of a run with its parts, and the runs that the logs in it make: each log with
 * training records leads one, the others join the first. A run keeps its name as long as it lives.
 * One thread.
 */
final class RunFolder {
  /** Nanoseconds for which a directory may be away and come back with its runs as they were. */
  private static final long LONGEST_AWAY = 600_000_000_000L;

  final Path path;
  final String name;
  private final String below;
  private final RunFactory factory;
  private final NewLogs newLogs;

  /** What belongs to {@link #findBeside} while it runs. */
  final BesideFinder besideFinder;

  private final List<Run> runs = new ArrayList<>();

  /** The log that leads each run that was found with one. */
  private final Map<Run, FoundLog> led = new LinkedHashMap<>();

  /** The directory of a run whose training may be told here once more; null for none. */
  final Path above;

  /** What the newest search has found and no run has yet. */
  private List<FoundLog> found = new ArrayList<>();

  /** The runs that the discovery which goes on may change. */
  private Set<Run> free = new HashSet<>();

  private volatile List<Run> discovered = List.of();
  private volatile List<Folder> parts = List.of();
  private volatile List<Folder> checkpointParts = List.of();
  private volatile Beside beside = Beside.NONE;
  private volatile List<IgnoredLog> ignored = List.of();
  private final Due goneForGood = new Due();
  private boolean hasStateDocument;

  RunFolder(RunGroup group, RunFactory factory) {
    this.path = group.path();
    this.name = group.name();
    this.below = group.below();
    this.above = group.above();
    this.factory = factory;
    this.besideFinder = new BesideFinder(path);
    this.newLogs =
        new NewLogs(
            new LogFinder((file, now) -> factory.probe(file, name, now)),
            new LogRelations((file, now) -> factory.outline(file, name, now)),
            new RotatedParts((log, now) -> factory.stampedParts(log, name, now)));
  }

  /** Sets the directories that belong to it now. */
  void assign(RunGroup group) {
    parts = group.parts();
    checkpointParts = group.checkpoints();
    goneForGood.clear();
  }

  /**
   * Lists its directories again, and searches them for logs. Its runs are not touched.
   *
   * @param now seconds since 1970
   * @param nanos of the monotonic clock
   */
  void search(double now, long nanos) {
    parts.forEach(f -> f.refresh(nanos));
    checkpointParts.forEach(f -> f.refresh(nanos));
    found = new ArrayList<>(newLogs.search(parts, now, nanos));
    ignored = newLogs.ignored(parts);
  }

  /**
   * Gives new logs to its runs, after {@link #search}.
   *
   * @param others directories below whose logs may tell of a training here
   * @param idle those of its runs that nobody reads now: others get no logs this time
   * @param now seconds since 1970
   */
  void discover(List<RunFolder> others, List<Run> idle, double now) {
    free = new HashSet<>(idle);
    List<FoundLog> all = others.stream().flatMap(o -> o.found.stream()).toList();
    NewLogs.Found related = newLogs.relate(found, all, led.values(), now);
    related.leading().forEach(f -> lead(f, now));
    related.followers().forEach(f -> follow(f, now));
    related.joining().forEach(f -> join(f, now));
    others.forEach(o -> o.found.removeIf(f -> o.isOpenedBy(this, f)));
    found.clear();
    openStateDocument(now);
    discovered = List.copyOf(runs);
  }

  /** Finds what lies beside its runs' logs. Touches neither runs nor logs. */
  void findBeside(double now, long nanos) {
    if (hasRuns()) {
      List<Path> configured = factory.checkpointFolders(runs().get(0).place.name(), path);
      beside = besideFinder.find(parts, checkpointParts, configured, now, nanos);
    }
  }

  /** Reads on in one of its runs, with what lies beside the logs. */
  PollResult poll(Run run, double now) {
    run.beside(beside, run == runs().get(0));
    return run.poll(now);
  }

  /** Whether another directory's run has opened the log: then it is not found here again. */
  private boolean isOpenedBy(RunFolder other, FoundLog log) {
    boolean opened = other.newLogs.hasOpened(log);
    if (opened) {
      newLogs.opened(log);
    }
    return opened;
  }

  /** A log with training records leads the first run that has none, or one of its own. */
  private void lead(FoundLog found, double now) {
    if (runs.stream().anyMatch(r -> !free.contains(r) && !led.containsKey(r))) {
      return; // it may be that run's
    }
    Optional<Run> unled = runs.stream().filter(r -> free.contains(r) && !r.isLed()).findFirst();
    Run run = unled.orElseGet(() -> addRun(found.path()));
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
    if (!free.contains(run)) {
      return false;
    }
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
    free.add(run);
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
      if (profile.isLog() && free.containsAll(runs)) {
        Run run = firstRun(newest.get());
        LogRole role = run.isLed() ? LogRole.REPEATS : LogRole.LEADS;
        run.open(() -> StateDocuments.newest(parts, path), profile, role, now);
        hasStateDocument = true;
      }
    } catch (IOException e) {
      // Half written or gone again: the next discovery finds what there is then.
    }
  }

  boolean hasRuns() {
    return !discovered.isEmpty();
  }

  /** Its runs, as the newest discovery has left them. Any thread. */
  List<Run> runs() {
    return discovered;
  }

  /** Lets go of a run that nobody reads now; its logs are not opened again. */
  void release(Run run) {
    runs.remove(run);
    led.remove(run);
    discovered = List.copyOf(runs);
    factory.release(run);
  }

  /** The files here that look like logs and are not read, by the newest search. Any thread. */
  List<IgnoredLog> ignored() {
    return ignored;
  }

  /**
   * Whether the directory has been away for so long that it will not come back as it was; its runs'
   * names are then free again. Until then they wait, and nothing is read twice.
   */
  boolean isGoneForGood(long nanos) {
    if (goneForGood.isFirst()) {
      goneForGood.setAfter(nanos, LONGEST_AWAY);
    }
    boolean gone = goneForGood.isDue(nanos);
    if (gone) {
      runs().forEach(factory::release);
    }
    return gone;
  }
}

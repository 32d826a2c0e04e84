package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.service.Due;
import org.trainingexporter.watch.RunsBelow.LogBelow;
import org.trainingexporter.watch.beside.Beside;
import org.trainingexporter.watch.beside.BesideFinder;
import org.trainingexporter.watch.find.Folder;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.find.LogFinder;
import org.trainingexporter.watch.find.RunGroup;
import org.trainingexporter.watch.find.StateDocuments;
import org.trainingexporter.watch.find.WatchedRoot;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.watch.relation.LogRelations;
import org.trainingexporter.watch.relation.NewLogs;
import org.trainingexporter.watch.relation.RotatedParts;

/**
 * The directory of a run with its parts, and the runs that the logs in it make: each log with
 * training records leads one, the others join the first. A run keeps its name as long as it lives.
 * One thread.
 */
final class RunFolder {
  final Path path;
  final String name;
  private final RunFactory factory;
  private final NewLogs newLogs;

  /** What belongs to {@link #findBeside} while it runs. */
  final BesideFinder besideFinder;

  private final FolderRuns runs;

  /** The directory of a run whose training may be told here once more; null for none. */
  final Path above;

  /** What the newest search has found and no run has yet. */
  private List<FoundLog> found = new ArrayList<>();

  /** A directory above whose state document tells of a run here; null for none. */
  private volatile RunFolder documentedBy;

  private volatile List<Folder> parts = List.of();
  private volatile List<Folder> checkpointParts = List.of();
  private volatile Beside beside = Beside.NONE;
  private volatile List<IgnoredLog> ignored = List.of();
  private final Due goneForGood = new Due();
  private boolean hasStateDocument;

  RunFolder(RunGroup group, RunFactory factory) {
    this.path = group.path();
    this.name = group.name();
    this.above = group.above();
    this.factory = factory;
    this.runs = new FolderRuns(stem -> create(group, stem));
    this.besideFinder = new BesideFinder(path);
    this.newLogs =
        new NewLogs(
            new LogFinder((file, now) -> factory.probe(file, name, now)),
            new LogRelations((file, now) -> factory.outline(file, name, now)),
            new RotatedParts((log, now) -> factory.stampedParts(log, name, now)));
  }

  private Run create(RunGroup group, Optional<String> stem) {
    return factory.create(stem.map(s -> name + "/" + s).orElse(name), path, group.below());
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
   * @param idle those of its and the others' runs that nobody reads now: no other gets logs this
   *     time
   * @param now seconds since 1970
   */
  void discover(List<RunFolder> others, Set<Run> idle, double now) {
    runs.begin(idle);
    RunsBelow below = new RunsBelow(others, idle, newLogs);
    if (runs.isEmpty()) {
      found.stream().filter(FoundLog::trains).toList().forEach(f -> openBelow(f, below, now));
    }
    List<FoundLog> all = others.stream().flatMap(o -> o.found.stream()).toList();
    NewLogs.Found related = newLogs.relate(found, all, runs.leaders(), now);
    related.leading().forEach(f -> opened(f, runs.lead(f, now)));
    related.followers().forEach(f -> follow(f, now));
    related.joining().forEach(f -> opened(f, runs.join(f, now)));
    others.forEach(o -> o.found.removeIf(f -> o.isOpenedBy(this, f)));
    found.clear();
    below.joinOneAnother(now);
    openStateDocument(below, now);
    runs.end();
  }

  private void follow(NewLogs.Follower follower, double now) {
    FoundLog log = follower.log();
    runs.ledBy(follower.leader())
        .ifPresent(run -> opened(log, runs.open(log, run, follower.role(), now)));
  }

  private void opened(FoundLog log, boolean isOpen) {
    if (isOpen) {
      newLogs.opened(log);
    }
  }

  /** Finds what lies beside its runs' logs. Touches neither runs nor logs. */
  void findBeside(double now, long nanos) {
    if (hasRuns()) {
      List<Path> configured = factory.checkpointFolders(runs().get(0).place.name(), path);
      beside =
          besideFinder.find(all(f -> f.parts), all(f -> f.checkpointParts), configured, now, nanos);
    }
  }

  /** Those folders here, and in the directory whose state document tells of a run here. */
  private List<Folder> all(Function<RunFolder, List<Folder>> folders) {
    return Stream.of(this, documentedBy)
        .filter(Objects::nonNull)
        .flatMap(f -> folders.apply(f).stream())
        .toList();
  }

  /** Reads on in one of its runs, with what lies beside the logs. */
  PollResult poll(Run run, double now) {
    run.beside(beside, run == runs().get(0));
    return run.poll(now);
  }

  /** Whether another directory's run has opened the log: then it is not found here again. */
  private boolean isOpenedBy(RunFolder other, FoundLog log) {
    boolean isOpen = other.newLogs.hasOpened(log);
    opened(log, isOpen);
    return isOpen;
  }

  /** A log that appears when a directory below tells its training already is of that run. */
  private void openBelow(FoundLog log, RunsBelow below, double now) {
    below.ledOnce(log, now).ifPresent(led -> settle(log, led.open(log::path, log.profile(), now)));
  }

  /** Of the state documents here and in the checkpoints, the newest belongs to one run. */
  private void openStateDocument(RunsBelow below, double now) {
    Optional<Path> newest = hasStateDocument ? Optional.empty() : StateDocuments.newest(parts);
    if (newest.isEmpty()) {
      return;
    }
    try {
      FoundLog document = new FoundLog(newest.get(), factory.probe(newest.get(), name, now), now);
      Supplier<Path> where = () -> StateDocuments.newest(parts, path);
      Optional<LogBelow> same = runs.isEmpty() ? below.toldOnce(document, now) : Optional.empty();
      if (same.isPresent()) {
        same.get().folder().documentedBy = this;
        hasStateDocument = same.get().open(where, document.profile(), now);
      } else if (document.profile().isLog()) {
        Run run = runs.first(document.path());
        LogRole role = run.isLed() ? LogRole.REPEATS : LogRole.LEADS;
        hasStateDocument = runs.open(where, document.profile(), run, role, now);
      }
    } catch (IOException e) {
      // Half written or gone again: the next discovery finds what there is then.
    }
  }

  /** What the newest search has found and no run has yet. */
  List<FoundLog> found() {
    return List.copyOf(found);
  }

  FolderRuns folderRuns() {
    return runs;
  }

  /** A log belongs to a run of another directory: the next search finds it if it is not opened. */
  void settle(FoundLog log, boolean opened) {
    found.remove(log);
    opened(log, opened);
  }

  boolean hasRuns() {
    return !runs().isEmpty();
  }

  /** Its runs, as the newest discovery has left them. Any thread. */
  List<Run> runs() {
    return runs.discovered();
  }

  /** Lets go of a run that nobody reads now; its logs are not opened again. */
  void release(Run run) {
    runs.release(run);
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
      goneForGood.setAfter(nanos, WatchedRoot.LONGEST_AWAY);
    }
    if (!goneForGood.isDue(nanos)) {
      return false;
    }
    runs().forEach(factory::release);
    return true;
  }
}

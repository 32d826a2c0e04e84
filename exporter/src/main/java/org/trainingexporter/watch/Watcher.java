package org.trainingexporter.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.service.Due;
import org.trainingexporter.service.HeapUse;
import org.trainingexporter.service.step.Step;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.budget.RunBudget;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.WatchedRoot;
import org.trainingexporter.watch.find.WatchedRoots;
import org.trainingexporter.watch.log.PollResult;

/**
 * All runs below the watched directories. {@link #poll} is a plain step without a thread or a sleep
 * of its own; one thread calls it, any thread may read what it publishes. What may hang runs as
 * {@link Steps}: each has what it changes to itself.
 */
public final class Watcher {
  /** Suffixes of files that may be logs. */
  public static final List<String> FILES = FileNames.ENDINGS;

  private static final long FOLDERS_EVERY = 1_000_000_000L;
  private static final long TREE_EVERY = 10_000_000_000L;

  private final WatchedRoots roots;
  private final Logs logs;
  private final RunFactory factory;
  private final InstantSource clock;
  private final Steps steps;
  private final WatchReport report;
  private final RunFolders folders;
  private final Due tree = new Due();
  private final Due listings = new Due();
  private final Due quiet = new Due();
  private volatile boolean rulesChanged;

  /**
   * Makes a watcher that does nothing until it is polled.
   *
   * @param paths directories and files, absolute
   * @param named those whose names begin the names of the runs below them
   * @param rules what the configuration says of a run, by its name
   * @param zone of times that are logged without one, where no rule says otherwise
   * @param maxAge of a run's logs; an older run is not shown
   * @param steps run what may hang
   */
  public Watcher(
      List<Path> paths,
      List<Path> named,
      Logs logs,
      Function<String, Optional<RunRule>> rules,
      ZoneId zone,
      Optional<Duration> maxAge,
      InstantSource clock,
      Steps steps) {
    this.logs = logs;
    this.factory = new RunFactory(logs, rules, zone);
    this.clock = clock;
    this.roots =
        new WatchedRoots(
            paths,
            named,
            logs.states(),
            (file, run) -> factory.isLog(file, run, clock.millis() / 1e3));
    this.steps = steps;
    this.report = new WatchReport(roots.all(), maxAge, steps);
    this.folders = new RunFolders(factory, steps, report);
  }

  /** The same; each path has a part in the names where there are several. */
  public Watcher(
      List<Path> paths,
      Logs logs,
      Function<String, Optional<RunRule>> rules,
      ZoneId zone,
      Optional<Duration> maxAge,
      InstantSource clock,
      Steps steps) {
    this(paths, paths.size() > 1 ? paths : List.of(), logs, rules, zone, maxAge, clock, steps);
  }

  /** A watcher that waits for each read, however long it takes. */
  public Watcher(
      List<Path> paths,
      Logs logs,
      Function<String, Optional<RunRule>> rules,
      ZoneId zone,
      Optional<Duration> maxAge,
      InstantSource clock) {
    this(paths, logs, rules, zone, maxAge, clock, Steps.INLINE);
  }

  /** Releases runs where that heap is short; to be called before the first poll. */
  public Watcher within(HeapUse heap) {
    folders.setBudget(new RunBudget(heap));
    return this;
  }

  /** The rules have changed: the next poll begins runs whose rule is another one anew. */
  public void rulesChanged() {
    rulesChanged = true;
  }

  /** Discovers what is due, reads on, and publishes. */
  public PollResult poll() {
    long nanos = logs.nanos();
    double now = clock.millis() / 1e3;
    if (rulesChanged) {
      rulesChanged = false;
      rulesChanged |= !folders.releaseChanged();
      tree.clear();
    }
    boolean due = listings.isDue(nanos);
    if (due) {
      checkRoots(nanos);
    }
    boolean all = tree.isDue(nanos) || (due && !quiet.isDue(nanos));
    if (all) {
      steps.run(roots.all().stream().map(r -> step(r, () -> r.walk(nanos))).toList());
      steps.run(List.of(new Step("files", List.of(roots), () -> roots.findFiles(nanos))));
      folders.assign(roots.groups(), nanos);
      tree.setAfter(nanos, TREE_EVERY);
    }
    if (all || due) {
      folders.discover(all, now, nanos);
      listings.setAfter(nanos, FOLDERS_EVERY);
    }
    PollResult result = folders.read(now);
    report.publish(folders.all(), now);
    return result;
  }

  /** A training that was just started makes its directories and logs one after the other. */
  private void checkRoots(long nanos) {
    steps.run(roots.all().stream().map(r -> step(r, r::check)).toList());
    if (roots.all().stream().anyMatch(WatchedRoot::hasChanged)) {
      quiet.setAfter(nanos, TREE_EVERY);
    }
  }

  private static Step step(WatchedRoot root, Runnable work) {
    return new Step(root.path().toString(), List.of(root), work);
  }

  /** Runs released since memory was short. */
  public long released() {
    return folders.released();
  }

  /** What is published, to be read by any thread. */
  public WatchReport report() {
    return report;
  }

  /** Whether the first pass over all that was there at the start is done. */
  public boolean isReady() {
    return report.isReady();
  }

  /** The runs whose first pass is done. */
  public List<RunSnapshot> snapshots() {
    return watched().stream().map(PublishedRun::run).toList();
  }

  /** The same runs with their logs, to read them again. */
  public List<PublishedRun> watched() {
    return report.watched();
  }

  /** The run of that name; empty if it does not exist. */
  public Optional<PublishedRun> watched(String run) {
    return watched().stream().filter(w -> w.run().identity().name().equals(run)).findFirst();
  }

  /** A second reading of the run from its first record. Any thread. */
  public Replay replay(PublishedRun run, RunListener listener) {
    return new Replay(factory, run, listener);
  }
}

package org.trainingexporter.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.service.Due;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.service.Step;
import org.trainingexporter.service.Steps;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.RunGroup;
import org.trainingexporter.watch.find.WatchedRoot;
import org.trainingexporter.watch.find.WatchedRoots;

/**
 * All runs below the watched directories. {@link #poll} is a plain step without a thread or a sleep
 * of its own; one thread calls it, any thread may read what it publishes. What may hang runs as
 * {@link Steps}: each has what it changes to itself.
 */
public final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

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
  private final Map<Path, RunFolder> folders = new LinkedHashMap<>();
  private final FaultReporter faults = new FaultReporter(log);
  private final Due tree = new Due();
  private final Due listings = new Due();
  private final Due quiet = new Due();

  /**
   * Makes a watcher that does nothing until it is polled.
   *
   * @param paths directories and files, absolute
   * @param rules what the configuration says of a run, by its name
   * @param zone of times that are logged without one, where no rule says otherwise
   * @param maxAge of a run's logs; an older run is not shown
   * @param steps run what may hang
   */
  public Watcher(
      List<Path> paths,
      Logs logs,
      Function<String, Optional<RunRule>> rules,
      ZoneId zone,
      Optional<Duration> maxAge,
      InstantSource clock,
      Steps steps) {
    this.roots = new WatchedRoots(paths);
    this.logs = logs;
    this.factory = new RunFactory(logs, rules, zone);
    this.clock = clock;
    this.steps = steps;
    this.report = new WatchReport(roots.all(), maxAge, steps);
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

  /** Discovers what is due, reads on, and publishes. */
  public PollResult poll() {
    long nanos = logs.nanos();
    double now = clock.millis() / 1e3;
    boolean due = listings.isDue(nanos);
    if (due) {
      checkRoots(nanos);
    }
    boolean all = tree.isDue(nanos) || (due && !quiet.isDue(nanos));
    if (all) {
      walk(nanos);
      tree.setAfter(nanos, TREE_EVERY);
    }
    if (all || due) {
      discover(folders.values().stream().filter(f -> all || f.hasRuns()).toList(), now, nanos);
      listings.setAfter(nanos, FOLDERS_EVERY);
    }
    AtomicBoolean more = new AtomicBoolean();
    steps.run(
        folders.values().stream()
            .flatMap(f -> f.runs().stream().map(run -> readStep(f, run, now, more)))
            .toList());
    report.publish(folders.values(), now);
    return more.get() ? PollResult.MORE : PollResult.IDLE;
  }

  /** A training that was just started makes its directories and logs one after the other. */
  private void checkRoots(long nanos) {
    steps.run(roots.all().stream().map(r -> step(r, r::check)).toList());
    if (!tree.isFirst() && roots.all().stream().anyMatch(WatchedRoot::hasChanged)) {
      quiet.setAfter(nanos, TREE_EVERY);
    }
  }

  private static Step step(WatchedRoot root, Runnable work) {
    return new Step(root.path().toString(), List.of(root), work);
  }

  private void walk(long nanos) {
    steps.run(roots.all().stream().map(r -> step(r, () -> r.walk(nanos))).toList());
    steps.run(List.of(new Step("files", List.of(roots), () -> roots.findFiles(nanos))));
    Set<Path> present = new HashSet<>();
    for (RunGroup group : roots.groups()) {
      present.add(group.path());
      folders.computeIfAbsent(group.path(), p -> new RunFolder(group, factory)).assign(group);
    }
    folders
        .values()
        .removeIf(f -> !present.contains(f.path) && !steps.isHeld(f) && f.isGoneForGood(nanos));
  }

  /** A directory comes before those below it, whose logs may tell of its training. */
  private void discover(List<RunFolder> due, double now, long nanos) {
    steps.run(
        due.stream().map(f -> new Step(f.name, List.of(f), () -> f.search(now, nanos))).toList());
    List<RunFolder> idle = due.stream().filter(f -> !steps.isHeld(f)).toList();
    Map<Path, List<RunFolder>> below = new HashMap<>();
    for (RunFolder folder : idle) {
      if (folder.above() != null) {
        below.computeIfAbsent(folder.above(), p -> new ArrayList<>()).add(folder);
      }
    }
    steps.run(
        idle.stream().map(f -> openStep(f, below.getOrDefault(f.path, List.of()), now)).toList());
    steps.run(
        due.stream()
            .map(f -> new Step(f.name, List.of(f.besideFinder()), () -> f.findBeside(now, nanos)))
            .toList());
  }

  private Step openStep(RunFolder folder, List<RunFolder> below, double now) {
    List<Run> idle = folder.runs().stream().filter(r -> !steps.isHeld(r)).toList();
    List<Object> subjects = new ArrayList<>(below);
    subjects.add(folder);
    subjects.addAll(idle);
    return new Step(folder.name, subjects, () -> folder.discover(below, idle, now));
  }

  private Step readStep(RunFolder folder, Run run, double now, AtomicBoolean more) {
    return new Step(
        run.place.name(),
        List.of(run),
        () -> {
          if (poll(folder, run, now) == PollResult.MORE) {
            more.set(true);
          }
        });
  }

  /** A bug that one run's records meet must not stop the others. */
  private PollResult poll(RunFolder folder, Run run, double now) {
    try {
      boolean first = !run.isFirstPassDone();
      PollResult result = folder.poll(run, now);
      if (first && run.isFirstPassDone()) {
        log.info(run.firstPass());
      }
      run.publish();
      return result;
    } catch (RuntimeException e) {
      String message =
          run.place.name() + ": a record cannot be applied: " + e + "; going on behind it";
      faults.failed(Level.ERROR, message, e);
      return PollResult.IDLE;
    }
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

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
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.service.HeapUse;
import org.trainingexporter.watch.budget.ReleasableRun;
import org.trainingexporter.watch.budget.RunBudget;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.WatchedRoots;
import org.trainingexporter.watch.ignored.IgnoredLog;

/**
 * All runs below the watched directories. {@link #poll} is a plain step without a thread or a sleep
 * of its own; one thread calls it, any thread may read what it publishes.
 */
public final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  /** Suffixes of files that may be logs. */
  public static final List<String> FILES = FileNames.ENDINGS;

  private static final long FOLDERS_EVERY = 1_000;
  private static final long TREE_EVERY = 10_000;

  private final WatchedRoots roots;
  private final RunFactory factory;
  private final InstantSource clock;
  private final Optional<Duration> maxAge;
  private final Map<Path, RunFolder> folders = new LinkedHashMap<>();
  private final FaultReporter faults = new FaultReporter(log);
  private long nextTree = Long.MIN_VALUE;
  private long livelyUntil = Long.MIN_VALUE;
  private long nextFolders = Long.MIN_VALUE;
  private volatile RunBudget budget = new RunBudget(HeapUse.UNKNOWN);
  private volatile boolean rulesChanged;
  private volatile boolean ready;
  private volatile List<PublishedRun> watched = List.of();
  private volatile Map<String, Long> lags = Map.of();
  private volatile List<IgnoredLog> ignored = List.of();

  /**
   * Makes a watcher that does nothing until it is polled.
   *
   * @param paths directories and files, absolute
   * @param rules what the configuration says of a run, by its name
   * @param zone of times that are logged without one, where no rule says otherwise
   * @param maxAge of a run's logs; an older run is not shown
   */
  public Watcher(
      List<Path> paths,
      Logs logs,
      Function<String, Optional<RunRule>> rules,
      ZoneId zone,
      Optional<Duration> maxAge,
      InstantSource clock) {
    this.roots = new WatchedRoots(paths, logs.states());
    this.factory = new RunFactory(logs, rules, zone);
    this.maxAge = maxAge;
    this.clock = clock;
  }

  /** Releases runs where that heap is short; to be called before the first poll. */
  public Watcher within(HeapUse heap) {
    budget = new RunBudget(heap);
    return this;
  }

  /** The rules have changed: the next poll begins runs whose rule is another one anew. */
  public void rulesChanged() {
    rulesChanged = true;
  }

  /** Discovers what is due, reads on, and publishes. */
  public PollResult poll() {
    long millis = clock.millis();
    double now = millis / 1e3;
    if (rulesChanged) {
      rulesChanged = false;
      folders.values().removeIf(f -> factory.releaseChanged(f.runs()));
      nextTree = Long.MIN_VALUE;
    }
    boolean due = millis >= nextFolders;
    // A training that was just started makes its directories and logs one after the other.
    if (due && roots.changed()) {
      livelyUntil = millis + TREE_EVERY;
    }
    boolean all = millis >= nextTree || (due && millis < livelyUntil);
    if (all) {
      walk(millis);
      nextTree = millis + TREE_EVERY;
    }
    if (all || due) {
      discover(folders.values().stream().filter(f -> all || f.hasRuns()).toList(), millis);
      ignored = folders.values().stream().flatMap(f -> f.ignored().stream()).toList();
      nextFolders = millis + FOLDERS_EVERY;
    }
    PollResult result = PollResult.IDLE;
    for (RunFolder folder : folders.values()) {
      for (Run run : folder.runs()) {
        result = result.or(poll(run, now));
      }
      budget.relieve(() -> releasable(now), () -> publish(now));
    }
    publish(now);
    return result;
  }

  private List<ReleasableRun> releasable(double now) {
    List<ReleasableRun> runs = new ArrayList<>();
    for (RunFolder folder : folders.values()) {
      for (Run run : folder.runs()) {
        runs.add(run.releasable(now, () -> folder.release(run)));
      }
    }
    return runs;
  }

  /** A directory comes before those below it, whose logs may tell of its training. */
  private void discover(List<RunFolder> due, long millis) {
    Map<Path, List<RunFolder>> below = new HashMap<>();
    for (RunFolder folder : due) {
      folder.search(millis);
      if (folder.above() != null) {
        below.computeIfAbsent(folder.above(), p -> new ArrayList<>()).add(folder);
      }
    }
    for (RunFolder folder : due) {
      folder.discover(below.getOrDefault(folder.path, List.of()), millis);
      budget.relieve(() -> releasable(millis / 1e3), () -> publish(millis / 1e3));
    }
  }

  /** A bug that one run's records meet must not stop the others. */
  private PollResult poll(Run run, double now) {
    try {
      boolean first = !run.isFirstPassDone();
      PollResult result = run.poll(now);
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

  private void walk(long millis) {
    Set<Path> present = new HashSet<>();
    for (WatchedRoots.Group group : roots.walk(millis)) {
      present.add(group.path());
      folders.computeIfAbsent(group.path(), p -> new RunFolder(group, factory)).assign(group);
    }
    folders.values().removeIf(f -> !present.contains(f.path) && f.isGoneForGood(millis));
  }

  private void publish(double now) {
    List<PublishedRun> shown = new ArrayList<>();
    Map<String, Long> behind = new TreeMap<>();
    boolean all = true;
    for (RunFolder folder : folders.values()) {
      for (Run run : folder.runs()) {
        all &= run.isFirstPassDone();
        if (run.isGone() || isOld(run, now)) {
          continue;
        }
        behind.put(run.place.name(), run.lag());
        if (run.published() != null) {
          shown.add(run.published());
        }
      }
    }
    watched = shown;
    lags = behind;
    ready |= all;
  }

  private boolean isOld(Run run, double now) {
    return maxAge.isPresent() && now - run.modified() > maxAge.get().toSeconds();
  }

  /** Whether the first pass over all that was there at the start is done. */
  public boolean isReady() {
    return ready;
  }

  /** The runs whose first pass is done. */
  public List<RunSnapshot> snapshots() {
    return watched.stream().map(PublishedRun::run).toList();
  }

  /** The same runs with their logs, to read them again. */
  public List<PublishedRun> watched() {
    return watched;
  }

  /** The run of that name; empty if it does not exist. */
  public Optional<PublishedRun> watched(String run) {
    return watched.stream().filter(w -> w.run().identity().name().equals(run)).findFirst();
  }

  /** A second reading of the run from its first record. Any thread. */
  public Replay replay(PublishedRun run, RunListener listener) {
    return new Replay(factory, run, listener);
  }

  /** Bytes not read yet, by run. */
  public Map<String, Long> lags() {
    return lags;
  }

  /** Runs released since memory was short. */
  public long released() {
    return budget.released();
  }

  /** Files that look like logs and are not read. */
  public List<IgnoredLog> ignored() {
    return ignored;
  }

  /** How many these are, by the reason's label; every reason is there. */
  public Map<String, Long> ignoredFiles() {
    return IgnoredLog.counts(ignored);
  }
}

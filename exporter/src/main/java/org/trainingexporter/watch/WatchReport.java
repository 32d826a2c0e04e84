package org.trainingexporter.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.trainingexporter.service.step.Step;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.find.WatchedRoot;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.LogsStatus;

/**
 * What a watcher publishes: the runs, and what cannot be read. One thread publishes, any thread
 * reads; nothing here waits for a file.
 */
public final class WatchReport {
  private final List<WatchedRoot> roots;
  private final Optional<Duration> maxAge;
  private final Steps steps;
  private final List<Steps> readers = new CopyOnWriteArrayList<>();
  private volatile boolean ready;
  private volatile List<PublishedRun> watched = List.of();
  private volatile Map<String, LogsStatus> statuses = Map.of();
  private volatile List<IgnoredLog> ignored = List.of();

  WatchReport(List<WatchedRoot> roots, Optional<Duration> maxAge, Steps steps) {
    this.roots = roots;
    this.maxAge = maxAge;
    this.steps = steps;
    readers.add(steps);
  }

  /** Reports what hangs of others who read the logs, too; their steps have the names of runs. */
  public void include(Steps others) {
    readers.add(others);
  }

  /**
   * Publishes what the folders have.
   *
   * @param now seconds since 1970
   */
  void publish(Collection<RunFolder> folders, double now) {
    List<PublishedRun> shown = new ArrayList<>();
    Map<String, LogsStatus> found = new TreeMap<>();
    List<IgnoredLog> notRead = new ArrayList<>();
    boolean all = true;
    for (RunFolder folder : folders) {
      notRead.addAll(folder.ignored());
      for (Run run : folder.runs()) {
        all &= run.published() != null || steps.isHeld(run);
        LogsStatus status = run.status();
        if (status.isGone() || isOld(status, now)) {
          continue;
        }
        found.put(run.place.name(), status);
        if (run.published() != null) {
          shown.add(run.published());
        }
      }
    }
    watched = shown;
    statuses = found;
    ignored = notRead;
    ready |= all;
  }

  private boolean isOld(LogsStatus status, double now) {
    return maxAge.isPresent() && now - status.modified() > maxAge.get().toSeconds();
  }

  boolean isReady() {
    return ready;
  }

  List<PublishedRun> watched() {
    return watched;
  }

  /** Bytes not read yet, by run. */
  public Map<String, Long> lags() {
    Map<String, Long> lags = new TreeMap<>();
    statuses.forEach((run, status) -> lags.put(run, status.lag()));
    return lags;
  }

  /** Whether all logs of a run can be read, by run. */
  public Map<String, Boolean> readable() {
    Map<String, Boolean> readable = new TreeMap<>();
    statuses.forEach((run, status) -> readable.put(run, status.unreadable().isEmpty()));
    return readable;
  }

  /** Whether reading a run hangs, by run; also of runs that are not known yet. */
  public Map<String, Boolean> stalled() {
    Map<String, Boolean> stalled = new TreeMap<>();
    statuses.keySet().forEach(run -> stalled.put(run, false));
    hung().filter(step -> !isOfRoot(step)).forEach(step -> stalled.put(step.name(), true));
    return stalled;
  }

  /** Whether a watched path can be read, by path. */
  public Map<String, Boolean> directories() {
    Map<String, Boolean> readable = new TreeMap<>();
    roots.forEach(root -> readable.put(root.path().toString(), root.problem().isEmpty()));
    hung().filter(WatchReport::isOfRoot).forEach(step -> readable.put(step.name(), false));
    return readable;
  }

  private Stream<Step> hung() {
    return readers.stream().flatMap(reader -> reader.hung().stream());
  }

  private static boolean isOfRoot(Step step) {
    return step.subjects().stream().anyMatch(s -> s instanceof WatchedRoot);
  }

  /** Why nothing more can be read, so that only a restart helps; empty where it can. */
  public Optional<String> unhealthy() {
    return readers.stream().anyMatch(Steps::isExhausted)
        ? Optional.of(hung().count() + " reads hang, and no more can be left alone")
        : Optional.empty();
  }

  /** Watched paths and logs that cannot be read, and files that look like logs and are not. */
  public List<IgnoredLog> ignored() {
    List<IgnoredLog> all = new ArrayList<>();
    Set<Path> named = new HashSet<>();
    for (WatchedRoot root : roots) {
      if (!root.problem().isEmpty()) {
        add(root.path(), root.problem(), named, all);
      }
    }
    for (LogsStatus status : statuses.values()) {
      status.unreadable().forEach(log -> add(log, "it cannot be read any more", named, all));
    }
    hung().forEach(step -> add(Path.of(step.name()), "a read of it hangs", named, all));
    ignored.stream().filter(log -> named.add(log.file())).forEach(all::add);
    return all;
  }

  private static void add(Path file, String why, Set<Path> named, List<IgnoredLog> to) {
    if (named.add(file)) {
      to.add(new IgnoredLog(file, IgnoredLog.Reason.UNREADABLE, why, 1));
    }
  }

  /** The same as texts, but only what cannot be read. */
  public List<String> unreadable() {
    return ignored().stream()
        .filter(log -> log.reason() == IgnoredLog.Reason.UNREADABLE)
        .map(log -> log.file() + ": " + log.nearest())
        .toList();
  }

  /** How many files are ignored, by the reason's label; every reason is there. */
  public Map<String, Long> ignoredFiles() {
    return IgnoredLog.counts(ignored());
  }
}

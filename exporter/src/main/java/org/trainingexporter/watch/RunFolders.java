package org.trainingexporter.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.service.HeapUse;
import org.trainingexporter.service.step.Step;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.budget.ReleasableRun;
import org.trainingexporter.watch.budget.RunBudget;
import org.trainingexporter.watch.find.RunGroup;
import org.trainingexporter.watch.log.PollResult;

/**
 * The directories of all runs: what is done in them may hang, and is made of steps. One thread;
 * between its steps no run changes, but for those that belong to a step that hangs.
 */
final class RunFolders {
  private static final Logger log = LoggerFactory.getLogger(RunFolders.class);

  /** Steps after which the memory is checked. */
  private static final int CHUNK = 32;

  private final RunFactory factory;
  private final Steps steps;
  private final WatchReport report;
  private final Map<Path, RunFolder> folders = new LinkedHashMap<>();

  /** The directory of the run that each directory belongs to. */
  private Map<Path, Path> owners = Map.of();

  /** Directories of runs that wait to be found anew. */
  private final Set<Path> regrouped = new HashSet<>();

  private final FaultReporter faults = new FaultReporter(log);
  private volatile RunBudget budget = new RunBudget(HeapUse.UNKNOWN);

  RunFolders(RunFactory factory, Steps steps, WatchReport report) {
    this.factory = factory;
    this.steps = steps;
    this.report = report;
  }

  void setBudget(RunBudget of) {
    budget = of;
  }

  /** Runs released since memory was short. Any thread. */
  long released() {
    return budget.released();
  }

  Collection<RunFolder> all() {
    return folders.values();
  }

  /** Sets the directories that there are. */
  void assign(List<RunGroup> groups, long nanos) {
    releaseRegrouped(groups);
    Set<Path> present = new HashSet<>();
    for (RunGroup group : groups) {
      present.add(group.path());
      folders.computeIfAbsent(group.path(), p -> new RunFolder(group, factory)).assign(group);
    }
    folders
        .values()
        .removeIf(f -> !present.contains(f.path) && !isHeld(f) && f.isGoneForGood(nanos));
  }

  /**
   * Where a directory now belongs to the run of another one, the runs of the one that it belonged
   * to are found anew: all that this shows is read once.
   */
  private void releaseRegrouped(List<RunGroup> groups) {
    Map<Path, Path> now = new HashMap<>();
    groups.forEach(g -> g.directories().forEach(d -> now.put(d, g.path())));
    owners.forEach(
        (directory, owner) -> {
          if (!now.getOrDefault(directory, owner).equals(owner)) {
            regrouped.add(owner);
          }
        });
    owners = now;
    List<RunFolder> due =
        folders.values().stream().filter(f -> regrouped.contains(f.path)).toList();
    for (RunFolder folder : due) {
      if (!isHeld(folder)) {
        folder.runs().forEach(factory::release);
        folders.remove(folder.path);
        regrouped.remove(folder.path);
      }
    }
    regrouped.retainAll(folders.keySet());
  }

  private boolean isHeld(RunFolder folder) {
    return steps.isHeld(folder) || folder.runs().stream().anyMatch(steps::isHeld);
  }

  /**
   * Removes directories with a run whose rule has changed, so that they are found anew.
   *
   * @return whether all were asked: one where a step hangs waits for that
   */
  boolean releaseChanged() {
    folders.values().removeIf(f -> !isHeld(f) && factory.releaseChanged(f.runs()));
    return folders.values().stream().noneMatch(this::isHeld);
  }

  /**
   * Finds new logs, and what lies beside them. A directory comes before those below it, whose logs
   * may tell of its training.
   *
   * @param all whether directories without runs are searched too
   */
  void discover(boolean all, double now, long nanos) {
    List<RunFolder> due = folders.values().stream().filter(f -> all || f.hasRuns()).toList();
    steps.run(
        due.stream().map(f -> new Step(f.name, List.of(f), () -> f.search(now, nanos))).toList());
    List<RunFolder> idle = due.stream().filter(f -> !steps.isHeld(f)).toList();
    Map<Path, List<RunFolder>> below = new HashMap<>();
    for (RunFolder folder : idle) {
      if (folder.above != null) {
        below.computeIfAbsent(folder.above, p -> new ArrayList<>()).add(folder);
      }
    }
    open(idle.stream().filter(f -> f.above == null).toList(), below, now);
    open(idle.stream().filter(f -> f.above != null).toList(), below, now);
    steps.run(
        due.stream()
            .map(f -> new Step(f.name, List.of(f.besideFinder), () -> f.findBeside(now, nanos)))
            .toList());
  }

  private void open(List<RunFolder> idle, Map<Path, List<RunFolder>> below, double now) {
    for (int i = 0; i < idle.size(); i += CHUNK) {
      steps.run(
          idle.subList(i, Math.min(i + CHUNK, idle.size())).stream()
              .map(f -> openStep(f, below.getOrDefault(f.path, List.of()), now))
              .toList());
      relieve(now);
    }
  }

  private Step openStep(RunFolder folder, List<RunFolder> below, double now) {
    List<RunFolder> others = below.stream().filter(f -> !steps.isHeld(f)).toList();
    List<RunFolder> all = new ArrayList<>(others);
    all.add(folder);
    Set<Run> idle =
        all.stream()
            .flatMap(f -> f.runs().stream())
            .filter(r -> !steps.isHeld(r))
            .collect(Collectors.toSet());
    List<Object> subjects = new ArrayList<>(all);
    subjects.addAll(idle);
    return new Step(folder.name, subjects, () -> folder.discover(others, idle, now));
  }

  /** Reads on in all runs. */
  PollResult read(double now) {
    AtomicBoolean more = new AtomicBoolean();
    List<Step> next = new ArrayList<>();
    for (RunFolder folder : folders.values()) {
      for (Run run : folder.runs()) {
        next.add(new Step(run.place.name(), List.of(run), () -> read(folder, run, now, more)));
        if (next.size() == CHUNK) {
          steps.run(List.copyOf(next));
          next.clear(); // a step keeps its run in memory
          relieve(now);
        }
      }
    }
    steps.run(next);
    relieve(now);
    return more.get() ? PollResult.MORE : PollResult.IDLE;
  }

  /** A bug that one run's records meet must not stop the others. */
  private void read(RunFolder folder, Run run, double now, AtomicBoolean more) {
    try {
      boolean first = !run.firstPass.isDone();
      if (folder.poll(run, now) == PollResult.MORE) {
        more.set(true);
      }
      if (first && run.firstPass.isDone()) {
        log.info(run.firstPass());
      }
      run.publish();
    } catch (RuntimeException e) {
      String message =
          run.place.name() + ": a record cannot be applied: " + e + "; going on behind it";
      faults.failed(Level.ERROR, message, e);
    }
  }

  private void relieve(double now) {
    budget.relieve(() -> releasable(now), () -> report.publish(folders.values(), now));
  }

  /** The runs that nobody reads now. */
  private List<ReleasableRun> releasable(double now) {
    List<ReleasableRun> runs = new ArrayList<>();
    for (RunFolder folder : folders.values()) {
      for (Run run : steps.isHeld(folder) ? List.<Run>of() : folder.runs()) {
        if (!steps.isHeld(run)) {
          runs.add(run.releasable(now, () -> folder.release(run)));
        }
      }
    }
    return runs;
  }
}

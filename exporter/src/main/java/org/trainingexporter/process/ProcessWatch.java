package org.trainingexporter.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingexporter.process.job.ProcessJob;

/**
 * Watches the processes of runs. A process is a run's once it was seen with the run's log open for
 * writing, or on one of its cards, or if an event file's name tells it. From then on the process is
 * watched and not its files, since many writers open, append and close. {@link #check} belongs to
 * one thread; {@link #alive} and {@link #jobs} to any.
 */
final class ProcessWatch {
  private static final double DAY = 24 * 3600;
  private static final double SEARCH_EVERY = 10;

  private final ProcFs proc;
  private final long self;
  private final Map<String, RunProcesses> runs = new HashMap<>();
  private double searched = Double.NEGATIVE_INFINITY;
  private volatile Map<String, Boolean> alive = Map.of();
  private volatile Map<String, List<ProcessJob>> jobs = Map.of();

  /**
   * @param self this program, which never counts
   */
  ProcessWatch(ProcFs proc, long self) {
    this.proc = proc;
    this.self = self;
  }

  /**
   * Finds out which processes have ended and, if that is due, which there are.
   *
   * @param onCards processes by the name of the run whose cards they use
   * @param now seconds since 1970
   */
  void check(List<WatchedRun> watched, Map<String, Set<Long>> onCards, double now) {
    runs.keySet().retainAll(watched.stream().map(WatchedRun::name).collect(Collectors.toSet()));
    Map<String, Double> wanted = new HashMap<>();
    RunPaths paths = null;
    for (WatchedRun run : watched) {
      RunProcesses known = runs.computeIfAbsent(run.name(), name -> new RunProcesses(proc::job));
      double moved = known.isAlive() ? Double.NaN : moved(run);
      known.update(proc, moved, now);
      Set<Long> users = onCards.getOrDefault(run.name(), Set.of());
      if (!users.isEmpty()) {
        paths = paths == null ? new RunPaths(watched) : paths;
        addUsers(run.name(), users, new ProcessOwner(proc, paths));
      }
      if (now - moved < DAY && known.isWanted(moved)) {
        wanted.put(run.name(), moved);
      }
    }
    if (!wanted.isEmpty() && now - searched >= SEARCH_EVERY) {
      search(paths == null ? new RunPaths(watched) : paths);
      watched.stream().filter(run -> wanted.containsKey(run.name())).forEach(this::addNamed);
      wanted.forEach((run, moved) -> runs.get(run).searched(moved));
      searched = now;
    }
    publish();
  }

  /** When the run's newest log was written; NaN where none can be read. */
  private static double moved(WatchedRun run) {
    return run.logs().stream()
        .mapToDouble(ProcessWatch::moved)
        .filter(time -> !Double.isNaN(time))
        .max()
        .orElse(Double.NaN);
  }

  private static double moved(Path log) {
    try {
      return Files.getLastModifiedTime(log).toMillis() / 1e3;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** A process on a card that several runs share counts for its own run. */
  private void addUsers(String run, Set<Long> users, ProcessOwner owner) {
    for (long pid : users) {
      proc.living(pid)
          .filter(id -> pid != self && !runs.get(run).knows(id))
          .filter(id -> isOf(run, owner.of(pid)))
          .ifPresent(runs.get(run)::add);
    }
  }

  private static boolean isOf(String run, Set<String> owners) {
    return owners.isEmpty() || owners.contains(run);
  }

  private void search(RunPaths paths) {
    for (long pid : proc.processes()) {
      for (ProcFs.OpenFile file : pid == self ? List.<ProcFs.OpenFile>of() : proc.openFiles(pid)) {
        String run = paths.ofLog(file.path());
        if (run != null && proc.isWriting(pid, file)) {
          proc.living(pid).ifPresent(runs.get(run)::add);
        }
      }
    }
  }

  private void addNamed(WatchedRun run) {
    for (Path log : run.logs()) {
      NamedProcess.of(proc, log)
          .filter(id -> id.pid() != self)
          .ifPresent(runs.get(run.name())::add);
    }
  }

  private void publish() {
    Map<String, Boolean> now = new HashMap<>();
    runs.forEach(
        (run, known) -> {
          if (known.isSeen()) {
            now.put(run, known.isAlive());
          }
        });
    alive = Map.copyOf(now);
    Map<String, List<ProcessJob>> known = new HashMap<>();
    runs.forEach((run, processes) -> known.put(run, processes.jobs()));
    jobs = Map.copyOf(known);
  }

  /** The jobs of each run's processes, by the run's name. */
  Map<String, List<ProcessJob>> jobs() {
    return jobs;
  }

  /** Of each run of which a process was seen, by its name, whether one lives. */
  Map<String, Boolean> alive() {
    return alive;
  }
}

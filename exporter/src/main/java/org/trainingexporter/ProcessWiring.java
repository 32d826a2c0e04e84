package org.trainingexporter;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.process.ProcessMonitor;
import org.trainingexporter.process.WatchedRun;
import org.trainingexporter.process.job.ProcessJob;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.run.host.RunJob;
import org.trainingexporter.run.rank.RankPlace;
import org.trainingexporter.watch.PublishedRun;

/** Connects the watched processes with the watched runs and their cards. */
final class ProcessWiring implements AutoCloseable {
  private final ProcessMonitor monitor;

  /**
   * @param onCards processes by the name of the run whose cards they use
   */
  ProcessWiring(
      Supplier<List<WatchedRun>> runs,
      Supplier<Map<String, Set<Long>>> onCards,
      InstantSource clock) {
    this.monitor = new ProcessMonitor(runs, onCards, clock);
  }

  /** What a join needs to know about a run. */
  static WatchedRun of(PublishedRun watched, HostFacts facts, double now) {
    RunSnapshot run = watched.run().with(facts);
    return new WatchedRun(
        run.identity().name(),
        watched.directory(),
        watched.paths(),
        run.state(now).label,
        run.times().first(),
        run.signals().newest(Signal.TOKENS));
  }

  void start() {
    monitor.start();
  }

  ProcessState state(String run) {
    Boolean alive = monitor.alive().get(run);
    if (alive == null) {
      return ProcessState.UNSEEN;
    }
    return alive ? ProcessState.ALIVE : ProcessState.GONE;
  }

  /** The job of a run, by its processes; the one that was seen first names it. */
  RunJob job(String run) {
    return job(monitor.jobs(run), monitor.hostName());
  }

  static RunJob job(List<ProcessJob> jobs, String host) {
    if (jobs.isEmpty()) {
      return RunJob.NONE;
    }
    ProcessJob first = jobs.get(0);
    int size = jobs.stream().mapToInt(ProcessJob::worldSize).max().orElse(0);
    List<RankPlace> ranks =
        jobs.stream()
            .filter(job -> size > 1 && job.rank() >= 0)
            .map(job -> new RankPlace(job.rank(), job.localRank(), host))
            .toList();
    double worldSize = size > 1 ? size : Unknown.UNKNOWN;
    return new RunJob(first.scheduler(), first.id(), first.user(), first.queue(), worldSize, ranks);
  }

  @Override
  public void close() {
    monitor.close();
  }
}

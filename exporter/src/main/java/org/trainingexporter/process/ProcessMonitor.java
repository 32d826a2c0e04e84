package org.trainingexporter.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.trainingexporter.process.job.ProcessJob;
import org.trainingexporter.service.Loop;

/**
 * Watches the processes of runs on a thread of its own, every five seconds, from {@link #start} to
 * {@link #close}. On a machine without {@code /proc} nothing is ever seen.
 */
public final class ProcessMonitor implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ProcFs proc = new ProcFs(Path.of("/proc"));
  private final ProcessWatch watch = new ProcessWatch(proc, ProcessHandle.current().pid());
  private final Loop loop;

  /**
   * @param runs asked once a reading, on the monitor's thread
   * @param onCards processes by the name of the run whose cards they use, asked likewise
   */
  public ProcessMonitor(
      Supplier<List<WatchedRun>> runs,
      Supplier<Map<String, Set<Long>>> onCards,
      InstantSource clock) {
    this.loop =
        new Loop(
            "processes",
            "watching the processes failed",
            EVERY,
            () -> {
              watch.check(runs.get(), onCards.get(), clock.millis() / 1e3);
              return Loop.Next.IDLE;
            });
  }

  public void start() {
    if (proc.exists()) {
      loop.start();
    }
  }

  /**
   * Of each run of which a process was seen, by its name, whether one lives. Never blocks; any
   * thread.
   */
  public Map<String, Boolean> alive() {
    return watch.alive();
  }

  /** The jobs of the processes of each run, by the run's name. Never blocks; any thread. */
  public List<ProcessJob> jobs(String run) {
    return watch.jobs().getOrDefault(run, List.of());
  }

  /** The machine's name as programs see it. */
  public String hostName() {
    return proc.hostName();
  }

  @Override
  public void close() {
    loop.close();
  }
}

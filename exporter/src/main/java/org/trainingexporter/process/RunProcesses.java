package org.trainingexporter.process;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.trainingexporter.process.job.ProcessJob;

/** The processes of one run that were seen and have not ended. Times are seconds since 1970. */
final class RunProcesses {
  /** A log that is written this much later, in seconds, is written by another process. */
  private static final double LATE = 15;

  private final Set<ProcessId> living = new HashSet<>();

  /** What is known of their jobs, and of those that are gone while no other has come. */
  private final Map<ProcessId, ProcessJob> jobs = new LinkedHashMap<>();

  private final LongFunction<ProcessJob> reader;
  private boolean seen;
  private double goneSince = Double.NaN;

  /** When the log had moved at the last search; nothing new can be found until it moves again. */
  private double searchedAt = Double.NaN;

  /**
   * @param reader of the job of a process, by its id
   */
  RunProcesses(LongFunction<ProcessJob> reader) {
    this.reader = reader;
  }

  void add(ProcessId process) {
    if (living.isEmpty()) {
      jobs.clear();
    }
    jobs.computeIfAbsent(process, p -> reader.apply(p.pid()));
    living.add(process);
    seen = true;
    goneSince = Double.NaN;
  }

  /** The jobs of its processes, the one that was seen first before others. */
  List<ProcessJob> jobs() {
    return jobs.values().stream().filter(ProcessJob::isKnown).toList();
  }

  boolean knows(ProcessId process) {
    return living.contains(process);
  }

  /** Drops those that are gone, and all that is known once another process must be at work. */
  void update(ProcFs proc, double moved, double now) {
    living.removeIf(id -> proc.living(id.pid()).filter(id::equals).isEmpty());
    if (seen && living.isEmpty() && Double.isNaN(goneSince)) {
      goneSince = now;
    }
    if (moved > goneSince + LATE) {
      seen = false;
      goneSince = Double.NaN;
    }
  }

  /** Whether a search may find a process: the log has moved since the last one. */
  boolean isWanted(double moved) {
    return living.isEmpty() && moved != searchedAt;
  }

  void searched(double moved) {
    searchedAt = moved;
  }

  boolean isSeen() {
    return seen;
  }

  boolean isAlive() {
    return !living.isEmpty();
  }
}

package org.trainingexporter.history;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.run.CountsSnapshot;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.service.step.GuardedCalls;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;

/**
 * Writes to a receiver what the runs' logs hold and the receiver lacks. The logs are the queue:
 * nothing but a batch is kept, and after an interruption the receiver is asked what it has. A while
 * after a run was written it is asked once more, since a server can lose samples that it has
 * accepted: Prometheus does where they come while it compacts. A run whose reading hangs is passed
 * over until it goes on. One thread at a time.
 */
final class HistoryWriter {
  private static final Logger log = LoggerFactory.getLogger(HistoryWriter.class);

  /** Wait, in seconds, before a run that is written up to the horizon is continued or compared. */
  private static final double CONTINUE_AFTER = 60;

  /** Of what a receiver has with what was written. */
  private enum Comparison {
    DUE,

    /** The run is read again from its start, and what the receiver lacks is written. */
    BEGUN
  }

  private final Watcher watcher;
  private final HistoryOptions options;
  private final Receiver receiver;
  private final InstantSource clock;
  private final Map<String, RunHistory> open = new HashMap<>();
  private final Map<String, Double> due = new HashMap<>();
  private final Map<String, CountsSnapshot> done = new HashMap<>();

  /** Runs that were written, and whether they were compared with the receiver since. */
  private final Map<String, Comparison> comparisons = new HashMap<>();

  private final FaultReporter faults = new FaultReporter(log);
  private final GuardedCalls calls;

  /**
   * @param steps run what may hang
   */
  HistoryWriter(
      Watcher watcher,
      HistoryOptions options,
      Receiver receiver,
      InstantSource clock,
      Steps steps) {
    this.calls = new GuardedCalls(steps);
    this.watcher = watcher;
    this.options = options;
    this.receiver = receiver;
    this.clock = clock;
  }

  /**
   * Continues each run for a moment.
   *
   * @return whether there is more to do at once
   * @throws IOException if the receiver cannot be reached and another try is of no use
   */
  boolean advance() throws IOException, InterruptedException {
    double now = clock.millis() / 1e3;
    List<PublishedRun> watched = watcher.watched();
    Set<String> names = new HashSet<>();
    boolean more = false;
    for (PublishedRun run : watched) {
      String name = run.run().identity().name();
      names.add(name);
      if (!calls.mustWait(name)
          && now >= due.getOrDefault(name, 0.0)
          && !run.run().counts().equals(done.get(name))) {
        RunHistory.Remaining remaining = advance(name, run, now);
        due.put(name, remaining.isWhenPossible() ? 0.0 : now + CONTINUE_AFTER);
        more |= remaining == RunHistory.Remaining.MORE;
      }
    }
    open.keySet().retainAll(names);
    due.keySet().retainAll(names);
    done.keySet().retainAll(names);
    comparisons.keySet().retainAll(names);
    return more;
  }

  /** Bytes of logs that are not read yet, of the runs that are being written. */
  long lag() {
    return open.values().stream().mapToLong(RunHistory::lag).sum();
  }

  private RunHistory.Remaining advance(String name, PublishedRun watched, double now)
      throws IOException, InterruptedException {
    RunHistory run = open.get(name);
    boolean compares = comparisons.replace(name, Comparison.DUE, Comparison.BEGUN);
    if (run == null || !run.isOf(watched) || (compares && run.canBeCompared(watched))) {
      run = new RunHistory(watcher, watched, options, receiver, calls, now);
      open.put(name, run);
    }
    RunHistory.Remaining remaining;
    try {
      remaining = run.advance(watched, now);
    } catch (RuntimeException e) {
      faults.failed(Level.ERROR, "history of " + name + ": " + e + "; leaving it", e);
      remaining = RunHistory.Remaining.DONE;
    }
    if (!remaining.isWhenPossible()
        && run.hasWritten()
        && comparisons.putIfAbsent(name, Comparison.DUE) == null) {
      return RunHistory.Remaining.IDLE;
    }
    if (remaining == RunHistory.Remaining.DONE) {
      open.remove(name);
      done.put(name, watched.run().counts());
    }
    return remaining;
  }
}

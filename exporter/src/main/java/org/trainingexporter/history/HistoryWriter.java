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
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.run.CountsSnapshot;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;

/**
 * Writes to a receiver what the runs' logs tell and it lacks. The logs are the queue: nothing is
 * kept beyond a batch, and after an interruption the receiver is asked what it has. {@link #step}
 * is called from one thread.
 */
final class HistoryWriter {
  private static final Logger log = LoggerFactory.getLogger(HistoryWriter.class);

  /** Between two looks at a run that is written up to what belongs to the scrape; seconds. */
  private static final double EVERY = 60;

  private final Watcher watcher;
  private final HistoryOptions options;
  private final Receiver receiver;
  private final InstantSource clock;
  private final Map<String, RunHistory> open = new HashMap<>();
  private final Map<String, Double> next = new HashMap<>();
  private final Map<String, CountsSnapshot> done = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  HistoryWriter(Watcher watcher, HistoryOptions options, Receiver receiver, InstantSource clock) {
    this.watcher = watcher;
    this.options = options;
    this.receiver = receiver;
    this.clock = clock;
  }

  /**
   * Goes on with each run for a moment.
   *
   * @return whether there is more to do at once
   * @throws IOException where the receiver cannot be reached, and asking again is of no use
   */
  boolean step() throws IOException, InterruptedException {
    double now = clock.millis() / 1e3;
    List<PublishedRun> watched = watcher.watched();
    Set<String> names = new HashSet<>();
    boolean more = false;
    for (PublishedRun one : watched) {
      String name = one.run().identity().name();
      names.add(name);
      if (now >= next.getOrDefault(name, 0.0) && !one.run().counts().equals(done.get(name))) {
        boolean itsMore = advance(name, one, now);
        next.put(name, itsMore ? 0.0 : now + EVERY);
        more |= itsMore;
      }
    }
    open.keySet().retainAll(names);
    next.keySet().retainAll(names);
    done.keySet().retainAll(names);
    return more;
  }

  /** Bytes of logs that are not read yet, of the runs that are being written. */
  long lag() {
    return open.values().stream().mapToLong(RunHistory::lag).sum();
  }

  private boolean advance(String name, PublishedRun watched, double now)
      throws IOException, InterruptedException {
    RunHistory run = open.get(name);
    if (run == null || !run.isOf(watched)) {
      run = new RunHistory(watcher, watched, options, receiver, now);
      open.put(name, run);
    }
    try {
      boolean more = run.advance(watched, now);
      if (!more && run.isDone()) {
        open.remove(name);
        done.put(name, watched.run().counts());
      }
      return more;
    } catch (RuntimeException e) {
      if (told.add(name + e)) {
        log.error("history of {}: {}; leaving it", name, e.toString());
        log.debug("where", e);
      }
      open.remove(name);
      done.put(name, watched.run().counts());
      return false;
    }
  }
}

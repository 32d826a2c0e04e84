package org.trainingexporter.history;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.metrics.HistoryStatistics;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.web.flag.ConfigException;

/** A thread that writes the past of what is watched, and goes on as long as the exporter does. */
public final class HistoryThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HistoryThread.class);
  private static final long PAUSE = 1_000;

  /** So many times as long as it works it rests, for the sake of scrapes. */
  private static final long REST = 2;

  private static final Duration PATIENCE = Duration.ofDays(100 * 365);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final HistoryCounters tally = new HistoryCounters();
  private final HistoryWriter history;
  private final Thread thread = new Thread(this::run, "history");

  /**
   * @throws ConfigException where the settings name a file that cannot be used
   */
  public HistoryThread(Settings settings, Watcher watcher, InstantSource clock) {
    URI url = settings.get(Flags.HISTORY_URL).orElseThrow();
    HistoryOptions options = HistoryOptions.of(settings);
    Receiver receiver = Receivers.at(url, settings, options, tally, clock, this::pause, PATIENCE);
    history = new HistoryWriter(watcher, options, receiver, clock);
    log.info("history goes to {} under {}", url, options.labels().scrape());
  }

  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      long pause = 0;
      while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
        long began = System.nanoTime();
        boolean more = step();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        pause = more ? REST * took : PAUSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the receiver's sake, unless the end comes first. */
  private void pause(Duration time) throws InterruptedException {
    if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException();
    }
  }

  private boolean step() throws InterruptedException {
    try {
      return history.step();
    } catch (IOException | OutOfMemoryError | StackOverflowError e) {
      log.error("history: {}; going on", e.toString());
      log.debug("where", e);
      return false;
    }
  }

  /** What was done until now; any thread may ask. */
  public HistoryStatistics work() {
    return tally.now();
  }

  @Override
  public void close() {
    closed.countDown(); // no interrupt, which would break the reading of a log
  }
}

package org.trainingexporter.history;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.RequestPolicy;
import org.trainingexporter.history.remote.RemoteWrite;
import org.trainingexporter.metrics.HistoryStatistics;
import org.trainingexporter.service.Loop;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.web.flag.ConfigException;

/** A thread that writes the past of the watched runs for as long as the exporter runs. */
public final class HistoryThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HistoryThread.class);
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Sleeps this multiple of the duration of each piece of work, so that scrapes are not slowed. */
  private static final long SLEEP_FACTOR = 2;

  /** Never gives up. */
  private static final Duration MAX_WAIT = Duration.ofDays(100 * 365);

  private final HistoryCounters counters = new HistoryCounters();
  private final HistoryWriter history;
  private final Loop loop = new Loop("history", "history", IDLE, this::advance);

  /**
   * @param steps run what may hang
   * @throws ConfigException if the settings name a file that cannot be used
   */
  public HistoryThread(Settings settings, Watcher watcher, InstantSource clock, Steps steps) {
    URI url = settings.get(Flags.HISTORY_URL).orElseThrow();
    HistoryOptions options = HistoryOptions.of(settings);
    RequestPolicy policy =
        new RequestPolicy(HistoryOptions.REQUEST_TIMEOUT, MAX_WAIT, this::pause, clock);
    RemoteWrite receiver =
        new RemoteWrite(url, HistoryOptions.access(settings), options.labels(), counters, policy);
    history = new HistoryWriter(watcher, options, receiver, clock, steps);
    log.info("history goes to {} under {}", url, options.labels().scrape());
  }

  public void start() {
    loop.start();
  }

  private Loop.Next advance() throws Exception {
    long start = System.nanoTime();
    boolean more = history.advance();
    Duration worked = Duration.ofNanos(System.nanoTime() - start);
    return more ? Loop.Next.after(worked.multipliedBy(SLEEP_FACTOR)) : Loop.Next.IDLE;
  }

  /** Waits before a request is sent again, unless the thread is to end. */
  private void pause(Duration time) throws InterruptedException {
    loop.pause(time);
  }

  /** What was done so far; any thread may ask. */
  public HistoryStatistics work() {
    return counters.statistics();
  }

  /** Lets the work end by itself: an interrupt would break the reading of a log. */
  @Override
  public void close() {
    loop.close();
  }
}

package org.trainingexporter.history;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.RequestPolicy;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.history.remote.RemoteWrite;
import org.trainingexporter.metrics.HistoryStatistics;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.web.flag.ConfigException;

/** Writes the past of all runs once and prints a summary. One thread. */
public final class Backfill {
  private final Settings settings;
  private final Watcher watcher;
  private final InstantSource clock;
  private final PrintStream out;
  private final boolean terminal;
  private final HistoryCounters counters = new HistoryCounters();

  /**
   * @param terminal whether {@code out} is a terminal, which shows a progress bar
   */
  public Backfill(
      Settings settings, Watcher watcher, InstantSource clock, PrintStream out, boolean terminal) {
    this.settings = settings;
    this.watcher = watcher;
    this.clock = clock;
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Writes to the receiver of the settings, or to the file if one is given.
   *
   * @param timeout after how long a receiver that does not answer is given up
   * @return 0 if everything was accepted, 1 if samples were rejected or there is no run
   * @throws ConfigException unless exactly one of receiver and file is given
   * @throws IOException if the receiver is not reached or the file cannot be written
   */
  public int run(Optional<Path> openMetrics, Duration timeout)
      throws IOException, InterruptedException {
    HistoryOptions options = HistoryOptions.of(settings);
    Optional<URI> url = settings.get(Flags.HISTORY_URL);
    if (url.isPresent() == openMetrics.isPresent()) {
      throw new ConfigException("backfill: expected one of --url and --openmetrics");
    }
    while (watcher.poll() == PollResult.MORE) {}
    if (watcher.watched().isEmpty()) {
      out.println("No runs in " + settings.directories());
      return 1;
    }
    if (url.isPresent()) {
      RequestPolicy policy =
          new RequestPolicy(
              Collections.min(List.of(HistoryOptions.REQUEST_TIMEOUT, timeout)),
              timeout,
              it -> Thread.sleep(it.toMillis()),
              clock);
      return run(
          options,
          new RemoteWrite(
              url.get(), HistoryOptions.access(settings), options.labels(), counters, policy));
    }
    try (OpenMetricsFile file =
        new OpenMetricsFile(openMetrics.get(), options.labels(), counters)) {
      return run(options, file);
    }
  }

  private int run(HistoryOptions options, Receiver receiver)
      throws IOException, InterruptedException {
    HistoryWriter history = new HistoryWriter(watcher, options, receiver, clock, Steps.INLINE);
    long started = clock.millis();
    ProgressBar bar = new ProgressBar(out, terminal, started);
    long total = 0;
    while (history.advance()) {
      long left = history.lag();
      total = Math.max(total, left);
      double done = total == 0 ? 0 : 1 - (double) left / total;
      bar.show(done, counters.statistics().samples(), clock.millis());
    }
    bar.end();
    return summary((clock.millis() - started) / 1e3);
  }

  private int summary(double seconds) {
    HistoryStatistics work = counters.statistics();
    String failures =
        work.failures().entrySet().stream()
            .filter(it -> it.getValue() > 0)
            .map(it -> it.getValue() + " " + it.getKey())
            .collect(Collectors.joining(", "));
    out.printf(
        Locale.ROOT,
        "%d runs, %,d samples written in %.1f s%s%n",
        watcher.watched().size(),
        work.samples(),
        seconds,
        failures.isEmpty() ? "" : "; failed requests: " + failures);
    return counters.rejected() == 0 ? 0 : 1;
  }
}

package org.trainingexporter.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.metrics.HistoryStatistics;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.web.flag.ConfigException;

/** Writes the past of all runs that are there, once, and says what was done. */
public final class Backfill {
  /** A receiver that does not answer for so long is given up. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Settings settings;
  private final Watcher watcher;
  private final InstantSource clock;
  private final PrintStream out;
  private final boolean terminal;
  private final HistoryCounters tally = new HistoryCounters();

  /**
   * @param terminal whether a person looks at {@code out}, who likes to see progress
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
   * Writes to the receiver of the settings, or to the file where one is given.
   *
   * @return 0 where all was taken, 1 where some was rejected or there is no run
   * @throws ConfigException where it is not said where to write, or said twice
   * @throws IOException where the receiver is not reached or the file cannot be written
   */
  public int run(Optional<Path> openMetrics) throws IOException, InterruptedException {
    HistoryOptions options = HistoryOptions.of(settings);
    boolean remote = settings.get(Flags.HISTORY_URL).isPresent();
    if (remote == openMetrics.isPresent()) {
      throw new ConfigException("backfill: expected one of --url and --openmetrics");
    }
    while (watcher.poll()) {}
    if (watcher.watched().isEmpty()) {
      out.println("No runs in " + settings.directories());
      return 1;
    }
    if (remote) {
      Receiver receiver =
          Receivers.at(
              settings.get(Flags.HISTORY_URL).get(),
              settings,
              options,
              tally,
              clock,
              it -> Thread.sleep(it.toMillis()),
              PATIENCE);
      return run(options, receiver);
    }
    try (OpenMetricsFile file = new OpenMetricsFile(openMetrics.get(), options.labels(), tally)) {
      return run(options, file);
    }
  }

  private int run(HistoryOptions options, Receiver receiver)
      throws IOException, InterruptedException {
    HistoryWriter history = new HistoryWriter(watcher, options, receiver, clock);
    long began = clock.millis();
    ProgressBar bar = new ProgressBar(out, terminal, began);
    long all = 0;
    while (history.step()) {
      long left = history.lag();
      all = Math.max(all, left);
      bar.show(all == 0 ? 0 : 1 - (double) left / all, tally.now().samples(), clock.millis());
    }
    bar.end();
    return summary((clock.millis() - began) / 1e3);
  }

  private int summary(double seconds) {
    HistoryStatistics work = tally.now();
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
    return tally.lost() == 0 ? 0 : 1;
  }
}

package org.trainingexporter.history;

import java.time.Duration;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.history.remote.ReceiverUrls;
import org.trainingexporter.history.sample.SeriesLabels;
import org.trainingexporter.web.flag.ConfigException;

/**
 * The form of the history that is written.
 *
 * @param interval between two ticks: that of the scrape, at most a minute
 * @param labels that a scrape would add
 */
record HistoryOptions(Duration interval, SeriesLabels labels, int maxSeriesPerRun) {
  /** Of one request to the receiver. */
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  static HistoryOptions of(Settings settings) {
    return new HistoryOptions(
        settings.get(Flags.HISTORY_INTERVAL),
        ReceiverUrls.labels(settings),
        settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
  }

  /**
   * How the receiver is reached.
   *
   * @throws ConfigException if the settings name a file that cannot be used
   */
  static HistoryAccess access(Settings settings) {
    return settings
        .get(Flags.HISTORY_CONFIG_FILE)
        .map(HistoryAccess::read)
        .orElse(HistoryAccess.OPEN);
  }
}

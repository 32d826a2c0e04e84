package org.trainingexporter.history;

import java.time.Duration;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.history.remote.ReceiverUrls;
import org.trainingexporter.history.sample.SeriesLabels;

/**
 * How history is to look.
 *
 * @param interval between two ticks, that of the scrape; at most a minute
 * @param labels that a scrape would add
 */
record HistoryOptions(Duration interval, SeriesLabels labels, int maxSeriesPerRun) {
  static HistoryOptions of(Settings settings) {
    return new HistoryOptions(
        settings.get(Flags.HISTORY_INTERVAL),
        ReceiverUrls.labels(settings),
        settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
  }
}

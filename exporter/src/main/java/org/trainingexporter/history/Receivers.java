package org.trainingexporter.history;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.HttpAccess;
import org.trainingexporter.history.client.RetryingClient;
import org.trainingexporter.history.remote.CoverageQuery;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.history.remote.ReceiverUrls;
import org.trainingexporter.history.remote.RemoteWrite;

/** Makes receivers as the settings ask for them. */
final class Receivers {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Receivers() {}

  static Receiver at(
      URI url,
      Settings settings,
      HistoryOptions options,
      HistoryCounters tally,
      InstantSource clock,
      RetryingClient.Pause pause,
      Duration patience) {
    HistoryAccess config =
        settings.get(Flags.HISTORY_CONFIG_FILE).map(HistoryAccess::read).orElse(HistoryAccess.OPEN);
    HttpAccess access = new HttpAccess(config);
    RetryingClient caller = new RetryingClient(access.client(), tally, pause, clock, patience);
    URI query = config.query().orElseGet(() -> ReceiverUrls.query(url));
    CoverageQuery past = new CoverageQuery(query, access, caller, options.labels(), TIMEOUT);
    return new RemoteWrite(url, access, caller, tally, past, TIMEOUT);
  }
}

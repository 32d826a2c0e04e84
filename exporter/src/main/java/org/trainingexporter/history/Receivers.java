package org.trainingexporter.history;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.trainingexporter.config.Flags;
import org.trainingexporter.config.HistoryAccess;
import org.trainingexporter.config.Settings;

/** Makes receivers as the settings ask for them. */
final class Receivers {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private Receivers() {}

  static Receiver at(
      URI url,
      Settings settings,
      HistoryOptions options,
      Tally tally,
      InstantSource clock,
      Caller.Pause pause,
      Duration patience) {
    HistoryAccess config =
        settings.get(Flags.HISTORY_CONFIG_FILE).map(HistoryAccess::read).orElse(HistoryAccess.OPEN);
    Access access = new Access(config);
    Caller caller = new Caller(access.client(), tally, pause, clock, patience);
    URI query = config.query().orElseGet(() -> Addresses.query(url));
    PastQuery past = new PastQuery(query, access, caller, options.labels(), TIMEOUT);
    return new RemoteWrite(url, access, caller, tally, past, TIMEOUT);
  }
}

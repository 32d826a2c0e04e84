package org.trainingexporter.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.watch.log.PublishedLog;

/**
 * Reads a run's logs again from their first byte, through the same state, for a listener that needs
 * the run's past. Reads on as the logs grow and the run gains logs. Keeps no record. One thread at
 * a time.
 */
public final class Replay {
  private final Run run;
  private final List<PublishedLog> opened = new ArrayList<>();

  Replay(RunFactory factory, PublishedRun published, RunListener listener) {
    this.run = factory.again(published, listener);
  }

  /**
   * Reads on, at most some tens of milliseconds long.
   *
   * @param published the run as it is published now
   * @param now seconds since 1970
   * @throws IOException where a log that the run has gained cannot be opened
   */
  public PollResult poll(PublishedRun published, double now) throws IOException {
    for (PublishedLog log : published.logs()) {
      if (!opened.contains(log)) {
        run.open(log::path, log.profile(), log.role(), now);
        opened.add(log);
      }
    }
    run.checkpoints(published.checkpoints());
    run.settings(published.settings());
    return run.poll(now);
  }

  /** Whether the run still has all logs that were opened here; else a new replay must begin. */
  public boolean isOf(PublishedRun published) {
    return published.logs().containsAll(opened);
  }

  /** The run after the newest record; the free space of the past is unknown. */
  public RunSnapshot snapshot() {
    return run.snapshot();
  }

  /** Bytes that are not read yet. */
  public long lag() {
    return run.status().lag();
  }
}

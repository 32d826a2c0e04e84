package org.trainingexporter.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.watch.log.LogCursor;
import org.trainingexporter.watch.log.PublishedLog;

/**
 * A run's logs read once more from their first byte, through the same state, for who wants its
 * past. Reads on as the logs grow, with what the watched run has gained meanwhile. One thread at a
 * time; nothing is kept of a record but what the listener keeps.
 */
public final class Replay {
  private final RunOpener opener;
  private final Run run;
  private final List<PublishedLog> opened = new ArrayList<>();

  Replay(RunOpener opener, PublishedRun watched, RunListener listener) {
    this.opener = opener;
    this.run = opener.again(watched, listener);
  }

  /**
   * Reads on, at most some tens of milliseconds long.
   *
   * @param watched the run as it is watched now
   * @return whether there is more to read at once
   * @throws IOException where a log that the run has gained cannot be opened
   */
  public boolean poll(PublishedRun watched, double now) throws IOException {
    for (PublishedLog log : watched.logs()) {
      if (!opened.contains(log)) {
        LogCursor feed = opener.again(run, log, now);
        switch (log.role()) {
          case LEADS -> run.logs.lead(feed);
          case JOINS -> run.logs.add(feed);
          case DOCUMENT -> run.logs.addDocument(feed);
        }
        opened.add(log);
      }
    }
    run.checkpoints(watched.checkpoints());
    return run.poll(now);
  }

  /** Whether the run is still made of what is replayed here; else a new replay is to begin. */
  public boolean isOf(PublishedRun watched) {
    return watched.logs().containsAll(opened);
  }

  /** The run as it stands after the newest record; free space is not known of the past. */
  public RunSnapshot snapshot() {
    return run.snapshot();
  }

  /** Bytes that are not read yet. */
  public long lag() {
    return run.logs.lag();
  }
}

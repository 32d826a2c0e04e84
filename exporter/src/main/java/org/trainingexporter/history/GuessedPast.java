package org.trainingexporter.history;

import java.io.IOException;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.run.time.TimesSnapshot;

/**
 * Whether the past of a run may be written whose times are guessed: only where the receiver has
 * nothing of the run, since another start of the exporter guesses other times. Asked once.
 */
final class GuessedPast {
  private final String run;
  private final Receiver receiver;
  private final double started;
  private Boolean isFree;

  /**
   * @param started when the exporter began to serve the run, in seconds since 1970: what the
   *     receiver has since then does not count
   */
  GuessedPast(String run, Receiver receiver, double started) {
    this.run = run;
    this.receiver = receiver;
    this.started = started;
  }

  /** Whether the run's past may be written: always where its times are not guessed. */
  boolean mayBeWritten(TimesSnapshot times, double stretch)
      throws IOException, InterruptedException {
    if (times.origin() != TimeOrigin.GUESSED) {
      return true;
    }
    if (isFree == null) {
      isFree = isFree(times.first(), Math.min(times.newest(), started), stretch);
    }
    return isFree;
  }

  private boolean isFree(double first, double end, double stretch)
      throws IOException, InterruptedException {
    for (double from = first; from < end; from += stretch) {
      if (!receiver.coverage(run, from, Math.min(from + stretch, end), 0).isEmpty()) {
        return false;
      }
    }
    return receiver.answersQueries();
  }
}

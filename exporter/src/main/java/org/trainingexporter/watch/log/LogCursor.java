package org.trainingexporter.watch.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.service.FaultReporter;

/** One log of a run and its next record. One thread. */
public final class LogCursor {
  private static final Logger log = LoggerFactory.getLogger(LogCursor.class);

  private final Path path;
  private final LogRole role;
  private final Supplier<Path> place;
  private final LogProfile profile;
  private final RecordSource source;
  private final LogRecord next = new LogRecord();
  private boolean filled;
  private boolean more;
  private long attempt;
  private double newestPosition = Double.NaN;
  private final FaultReporter faults = new FaultReporter(log);

  /**
   * @param place where the log is now: a document moves on to newer checkpoints
   */
  public LogCursor(Supplier<Path> place, LogProfile profile, RecordSource source, LogRole role) {
    this.path = place.get();
    this.role = role;
    this.place = place;
    this.profile = profile;
    this.source = role == LogRole.VALIDATES ? new HeldOutSource(source) : source;
  }

  LogProfile profile() {
    return profile;
  }

  /** Checks the log for changes; a failure is logged once, and the next check tries again. */
  void checkForChanges(double now) {
    try {
      more |= source.checkForChanges(now);
      if (!more) {
        recovered();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  /** The next record, which stays the same until {@link #advance}; null when there is none yet. */
  public LogRecord peek() {
    if (!filled && more) {
      try {
        filled = source.next(next);
        more = filled;
        recovered();
      } catch (IOException e) {
        more = false;
        failed(e);
      }
      if (filled) {
        countAttempts(next.value(Signal.POSITION));
      }
    }
    return filled ? next : null;
  }

  private void countAttempts(double position) {
    if (position < newestPosition) {
      attempt++;
    }
    newestPosition = Double.isNaN(position) ? newestPosition : position;
  }

  LogRole role() {
    return role;
  }

  PublishedLog published(LogRole now) {
    return new PublishedLog(place.get(), profile, now);
  }

  /** Drops the record that {@link #peek} returned. */
  public void advance() {
    filled = false;
  }

  /** The attempt that the next record belongs to: how often the log's position fell before it. */
  long attempt() {
    return attempt;
  }

  /** The training restarted before it reached the next record, which is of a later attempt. */
  void raiseAttempt(long to) {
    attempt = Math.max(attempt, to);
  }

  /** Whether the log is there and cannot be read. */
  boolean isUnreadable() {
    return faults.hasFailed() && !source.isGone();
  }

  Path path() {
    return place.get();
  }

  boolean isGone() {
    return source.isGone();
  }

  long lag() {
    return source.lag();
  }

  long size() {
    return source.size();
  }

  double modified() {
    return source.modified();
  }

  private void failed(IOException e) {
    faults.failed(Level.WARN, path + ": cannot be read: " + e + "; looking again");
  }

  private void recovered() {
    if (faults.hasFailed()) {
      faults.recovered(path + ": can be read again");
    }
  }
}

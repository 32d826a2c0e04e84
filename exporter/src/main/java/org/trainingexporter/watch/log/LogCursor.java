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

/** One log of a run with the record that it would give next. */
public final class LogCursor {
  private static final Logger log = LoggerFactory.getLogger(LogCursor.class);

  final Path path;
  private final Supplier<Path> place;
  private final LogProfile profile;
  private final RecordSource source;
  private final LogRecord head = new LogRecord();
  private boolean filled;
  private boolean more;
  private long attempt;
  private double before = Double.NaN;
  private final FaultReporter faults = new FaultReporter(log);

  /**
   * @param place where the log is now: a document moves on to newer checkpoints
   */
  public LogCursor(Supplier<Path> place, LogProfile profile, RecordSource source) {
    this.path = place.get();
    this.place = place;
    this.profile = profile;
    this.source = source;
  }

  /** Looks whether the log has changed; trouble with it is told once and tried again. */
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

  /** The next record, which stays until it is taken; null when there is none for now. */
  public LogRecord peek() {
    if (!filled && more) {
      try {
        filled = source.next(head);
        more = filled;
        recovered();
      } catch (IOException e) {
        more = false;
        failed(e);
      }
      if (filled) {
        count(head.value(Signal.POSITION));
      }
    }
    return filled ? head : null;
  }

  private void count(double position) {
    if (position < before) {
      attempt++;
    }
    before = Double.isNaN(position) ? before : position;
  }

  PublishedLog as(LogRole role) {
    return new PublishedLog(place.get(), profile, role);
  }

  public void advance() {
    filled = false;
  }

  /** How often the log's own counter fell before the next record. */
  long attempt() {
    return attempt;
  }

  /** The training began again before it reached the next record: that one is of a later attempt. */
  void raiseAttempt(long to) {
    attempt = Math.max(attempt, to);
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

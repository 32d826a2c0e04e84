package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Signal;
import org.trainingexporter.parse.RecordSource;
import org.trainingexporter.parse.Sniff;

/** One log of a run with the record that it would give next. */
final class Feed {
  private static final Logger log = LoggerFactory.getLogger(Feed.class);

  final Path path;
  private final Supplier<Path> place;
  private final Sniff sniff;
  private final RecordSource source;
  private final LogRecord head = new LogRecord();
  private boolean filled;
  private boolean more;
  private long attempt;
  private double before = Double.NaN;
  private String trouble = "";

  /**
   * @param place where the log is now: a document moves on to newer checkpoints
   */
  Feed(Supplier<Path> place, Sniff sniff, RecordSource source) {
    this.path = place.get();
    this.place = place;
    this.sniff = sniff;
    this.source = source;
  }

  /** Looks whether the log has changed; trouble with it is told once and tried again. */
  void look(double now) {
    try {
      more |= source.look(now);
      if (!more) {
        recovered();
      }
    } catch (IOException e) {
      trouble(e);
    }
  }

  /** The next record, which stays until it is taken; null when there is none for now. */
  LogRecord peek() {
    if (!filled && more) {
      try {
        filled = source.next(head);
        more = filled;
        recovered();
      } catch (IOException e) {
        more = false;
        trouble(e);
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

  Watched.Log as(Watched.Role role) {
    return new Watched.Log(place.get(), sniff, role);
  }

  void take() {
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

  private void trouble(IOException e) {
    if (!e.toString().equals(trouble)) {
      trouble = e.toString();
      log.warn("{}: cannot be read: {}; looking again", path, trouble);
    }
  }

  private void recovered() {
    if (!trouble.isEmpty()) {
      trouble = "";
      log.info("{}: can be read again", path);
    }
  }
}

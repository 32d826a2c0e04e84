package org.trainingexporter.watch.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;

/**
 * The logs of one run in the order that things happened in. The log that trains leads; a record of
 * another goes before the next training record if it is older, and one without a time follows the
 * training record of its position; one without either goes as soon as it comes.
 */
public final class LogMerger {
  private final List<LogCursor> others = new ArrayList<>();
  private final List<LogCursor> documents = new ArrayList<>();
  private LogCursor leading;
  private long attempt;

  public boolean isLed() {
    return leading != null;
  }

  public void lead(LogCursor feed) {
    leading = feed;
  }

  /** A log without training records. */
  public void add(LogCursor feed) {
    others.add(feed);
  }

  /** A document that tells what the leading log tells. */
  public void addDocument(LogCursor feed) {
    documents.add(feed);
  }

  public void checkForChanges(double now) {
    all().forEach(f -> f.checkForChanges(now));
  }

  /**
   * The log whose record comes next, or null when there is none for now.
   *
   * @param position where the training stands
   */
  public LogCursor next(double position) {
    LogRecord lead = leading == null ? null : leading.peek();
    LogCursor other = others.isEmpty() ? null : earliest(lead, position);
    if (other == null) {
      return lead == null ? null : leading;
    }
    if (leading == null && other.peek().kind() == RecordKind.TRAIN) {
      others.remove(other); // found before its first training record
      leading = other;
    }
    return other;
  }

  /** A record of that log was applied; the training has begun anew so many times. */
  public void applied(LogCursor feed, long attempts) {
    if (feed == leading && attempts != attempt) {
      attempt = attempts;
      others.forEach(f -> f.raiseAttempt(attempt));
    }
  }

  /** The other log whose next record comes before the leading one's, or null. */
  private LogCursor earliest(LogRecord lead, double position) {
    LogCursor first = null;
    for (LogCursor feed : others) {
      LogRecord record = feed.peek();
      if (record != null
          && (lead == null || isDue(feed, record, lead, position))
          && isBefore(record, first)) {
        first = feed;
      }
    }
    return first;
  }

  private boolean isDue(LogCursor feed, LogRecord record, LogRecord lead, double position) {
    if (!Double.isNaN(record.time()) && !Double.isNaN(lead.time())) {
      return record.time() < lead.time();
    }
    double own = record.value(Signal.POSITION);
    boolean reached = Double.isNaN(own) || own <= position; // nothing would ever make it due
    return feed.attempt() < attempt || (feed.attempt() == attempt && reached);
  }

  private static boolean isBefore(LogRecord record, LogCursor first) {
    return first == null
        || record.time() < first.peek().time()
        || (Double.isNaN(record.time())
            && record.value(Signal.POSITION) < first.peek().value(Signal.POSITION));
  }

  public List<LogCursor> documents() {
    return documents;
  }

  /** Each log and what it is to the run. */
  public List<PublishedLog> logs() {
    List<PublishedLog> logs = new ArrayList<>();
    if (leading != null) {
      logs.add(leading.as(LogRole.LEADS));
    }
    others.forEach(f -> logs.add(f.as(LogRole.JOINS)));
    documents.forEach(f -> logs.add(f.as(LogRole.DOCUMENT)));
    return List.copyOf(logs);
  }

  public boolean isGone() {
    return all().allMatch(LogCursor::isGone);
  }

  /** Bytes not read yet. */
  public long lag() {
    return all().mapToLong(LogCursor::lag).sum();
  }

  /** Bytes in all. */
  public long size() {
    return all().mapToLong(LogCursor::size).sum();
  }

  /** When the newest log was written, seconds since 1970. */
  public double modified() {
    return all().mapToDouble(LogCursor::modified).filter(m -> !Double.isNaN(m)).max().orElse(0);
  }

  private Stream<LogCursor> all() {
    Stream<LogCursor> lead = Stream.ofNullable(leading);
    return Stream.of(lead, others.stream(), documents.stream()).flatMap(s -> s);
  }
}

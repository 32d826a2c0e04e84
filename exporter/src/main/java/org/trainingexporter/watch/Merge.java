package org.trainingexporter.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Signal;

/**
 * The logs of one run in the order that things happened in. The log that trains leads; a record of
 * another goes before the next training record if it is older, and one without a time follows the
 * training record of its position; one without either goes as soon as it comes.
 */
final class Merge {
  private final List<Feed> others = new ArrayList<>();
  private final List<Feed> documents = new ArrayList<>();
  private Feed leading;
  private long attempt;

  boolean isLed() {
    return leading != null;
  }

  void lead(Feed feed) {
    leading = feed;
  }

  /** A log without training records. */
  void add(Feed feed) {
    others.add(feed);
  }

  /** A document that tells what the leading log tells. */
  void addDocument(Feed feed) {
    documents.add(feed);
  }

  void look(double now) {
    all().forEach(f -> f.look(now));
  }

  /**
   * The log whose record comes next, or null when there is none for now.
   *
   * @param position where the training stands
   */
  Feed next(double position) {
    LogRecord lead = leading == null ? null : leading.peek();
    Feed other = others.isEmpty() ? null : earliest(lead, position);
    if (other == null) {
      return lead == null ? null : leading;
    }
    if (leading == null && other.peek().kind() == Kind.TRAIN) {
      others.remove(other); // found before its first training record
      leading = other;
    }
    return other;
  }

  /** A record of that log was applied; the training has begun anew so many times. */
  void applied(Feed feed, long attempts) {
    if (feed == leading && attempts != attempt) {
      attempt = attempts;
      others.forEach(f -> f.raiseAttempt(attempt));
    }
  }

  /** The other log whose next record comes before the leading one's, or null. */
  private Feed earliest(LogRecord lead, double position) {
    Feed first = null;
    for (Feed feed : others) {
      LogRecord record = feed.peek();
      if (record != null
          && (lead == null || isDue(feed, record, lead, position))
          && isBefore(record, first)) {
        first = feed;
      }
    }
    return first;
  }

  private boolean isDue(Feed feed, LogRecord record, LogRecord lead, double position) {
    if (!Double.isNaN(record.time()) && !Double.isNaN(lead.time())) {
      return record.time() < lead.time();
    }
    double own = record.value(Signal.POSITION);
    boolean reached = Double.isNaN(own) || own <= position; // nothing would ever make it due
    return feed.attempt() < attempt || (feed.attempt() == attempt && reached);
  }

  private static boolean isBefore(LogRecord record, Feed first) {
    return first == null
        || record.time() < first.peek().time()
        || (Double.isNaN(record.time())
            && record.value(Signal.POSITION) < first.peek().value(Signal.POSITION));
  }

  List<Feed> documents() {
    return documents;
  }

  /** Each log and what it is to the run. */
  List<Watched.Log> logs() {
    List<Watched.Log> logs = new ArrayList<>();
    if (leading != null) {
      logs.add(leading.as(Watched.Role.LEADS));
    }
    others.forEach(f -> logs.add(f.as(Watched.Role.JOINS)));
    documents.forEach(f -> logs.add(f.as(Watched.Role.DOCUMENT)));
    return List.copyOf(logs);
  }

  boolean isGone() {
    return all().allMatch(Feed::isGone);
  }

  /** Bytes not read yet. */
  long lag() {
    return all().mapToLong(Feed::lag).sum();
  }

  /** Bytes in all. */
  long size() {
    return all().mapToLong(Feed::size).sum();
  }

  /** When the newest log was written, seconds since 1970. */
  double modified() {
    return all().mapToDouble(Feed::modified).filter(m -> !Double.isNaN(m)).max().orElse(0);
  }

  private Stream<Feed> all() {
    Stream<Feed> lead = Stream.ofNullable(leading);
    return Stream.of(lead, others.stream(), documents.stream()).flatMap(s -> s);
  }
}

package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.run.rank.RankPlace;

/**
 * Merges the logs of one run into one sequence of records. The log with training records leads. A
 * record of another log comes before the next training record if it is older; without a time it
 * follows the training record of its position; without either it comes at once. One thread.
 */
public final class LogMerger {
  private final List<LogCursor> others = new ArrayList<>();
  private final List<LogCursor> repeating = new ArrayList<>();
  private final RankLogs ranks = new RankLogs();
  private LogCursor leading;
  private long attempt;

  /** Whether there is a log with training records, as far as is known. */
  public boolean isLed() {
    return leading != null;
  }

  public void add(LogCursor log) {
    switch (log.role()) {
      case LEADS -> leading = log;
      case JOINS, VALIDATES -> others.add(log);
      case REPEATS -> repeating.add(log);
      case RANK -> ranks.add(log);
    }
  }

  public void checkForChanges(double now) {
    all().forEach(l -> l.checkForChanges(now));
  }

  /**
   * The log whose record comes next; null when there is none for now.
   *
   * @param position of the newest training record
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

  /** A record of that log was applied; the run is now in that attempt. */
  public void applied(LogCursor log, long newAttempt) {
    if (log == leading && newAttempt != attempt) {
      attempt = newAttempt;
      others.forEach(l -> l.raiseAttempt(attempt));
    }
  }

  /** The other log whose next record comes before the leading log's, or null. */
  private LogCursor earliest(LogRecord lead, double position) {
    LogCursor first = null;
    for (LogCursor log : others) {
      LogRecord record = log.peek();
      if (record != null
          && (lead == null || isDue(log, record, lead, position))
          && isBefore(record, first)) {
        first = log;
      }
    }
    return first;
  }

  private boolean isDue(LogCursor log, LogRecord record, LogRecord lead, double position) {
    if (!Double.isNaN(record.time()) && !Double.isNaN(lead.time())) {
      return record.time() < lead.time();
    }
    double own = record.value(Signal.POSITION);
    boolean reached = Double.isNaN(own) || own <= position; // nothing else would ever make it due
    return log.attempt() < attempt || (log.attempt() == attempt && reached);
  }

  private static boolean isBefore(LogRecord record, LogCursor first) {
    return first == null
        || record.time() < first.peek().time()
        || (Double.isNaN(record.time())
            && record.value(Signal.POSITION) < first.peek().value(Signal.POSITION));
  }

  /** Hands on what there is in logs that are not merged: they supplement the run after a pass. */
  public void readRepeating(Consumer<LogRecord> to) {
    for (LogCursor log : repeating) {
      for (LogRecord record = log.peek(); record != null; record = log.peek()) {
        to.accept(record);
        log.advance();
      }
    }
  }

  /** Logs of other ranks, whose records are not merged either. */
  public RankLogs ranks() {
    return ranks;
  }

  /** The rank that writes the leading log. */
  public RankPlace leadingRank() {
    return RankLogs.placeOf(leading == null ? Path.of("") : leading.path());
  }

  /**
   * Who writes the leading log. Logs of several writers share the keys of the run; the head of the
   * leading log then decides, if it can.
   *
   * @param seen the keys of the run
   */
  public String writer(List<Field> seen) {
    LogProfile lead = all().findFirst().orElseThrow().profile();
    boolean isShared = all().map(l -> l.profile().format().label()).distinct().count() > 1;
    return isShared && !lead.writer().equals(WriterRule.UNKNOWN)
        ? lead.writer()
        : WriterRule.writerOf(lead.format(), seen);
  }

  /** Each log and its role. */
  public List<PublishedLog> published() {
    List<PublishedLog> logs = new ArrayList<>();
    if (leading != null) {
      logs.add(leading.published(LogRole.LEADS));
    }
    others.forEach(l -> logs.add(l.published(l.role())));
    repeating.forEach(l -> logs.add(l.published(LogRole.REPEATS)));
    ranks.all().forEach(l -> logs.add(l.published(LogRole.RANK)));
    return List.copyOf(logs);
  }

  /** How far they are read. */
  public LogsStatus status() {
    return new LogsStatus(
        all().mapToLong(LogCursor::lag).sum(),
        all().allMatch(LogCursor::isGone),
        modified(),
        all().filter(LogCursor::isUnreadable).map(LogCursor::path).toList());
  }

  /** Bytes of all logs. */
  public long size() {
    return all().mapToLong(LogCursor::size).sum();
  }

  private double modified() {
    return all().mapToDouble(LogCursor::modified).filter(m -> !Double.isNaN(m)).max().orElse(0);
  }

  private Stream<LogCursor> all() {
    Stream<LogCursor> lead = Stream.ofNullable(leading);
    return Stream.of(lead, others.stream(), repeating.stream(), ranks.all()).flatMap(s -> s);
  }
}

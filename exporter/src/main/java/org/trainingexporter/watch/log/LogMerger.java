package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

  /** All logs: a run that is idle is asked for them twice a second. */
  private List<LogCursor> all = List.of();

  /** Whether there is a log with training records, as far as is known. */
  public boolean isLed() {
    return leading != null;
  }

  /** Whether that log leads, though it may have had no training records at first. */
  public boolean isLedBy(Path log) {
    return leading != null && leading.path().equals(log);
  }

  public void add(LogCursor log) {
    switch (log.role()) {
      case LEADS -> leading = log;
      case JOINS, VALIDATES -> others.add(log);
      case REPEATS -> repeating.add(log);
      case RANK -> ranks.add(log);
    }
    collect();
  }

  private void collect() {
    List<LogCursor> now = new ArrayList<>();
    if (leading != null) {
      now.add(leading);
    }
    now.addAll(others);
    now.addAll(repeating);
    ranks.all().forEach(now::add);
    all = now;
  }

  public void checkForChanges(double now) {
    for (LogCursor log : all) {
      log.checkForChanges(now);
    }
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
      collect();
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
    LogProfile lead = all.get(0).profile();
    boolean isShared = all.stream().map(l -> l.profile().format().label()).distinct().count() > 1;
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
    long lag = 0;
    boolean gone = true;
    double modified = 0;
    List<Path> unreadable = List.of();
    for (LogCursor log : all) {
      lag += log.lag();
      gone &= log.isGone();
      double own = log.modified();
      modified = own > modified ? own : modified; // where it is known
      if (log.isUnreadable()) {
        unreadable = unreadable.isEmpty() ? new ArrayList<>() : unreadable;
        unreadable.add(log.path());
      }
    }
    return new LogsStatus(lag, gone, modified, List.copyOf(unreadable));
  }

  /** Bytes of all logs. */
  public long size() {
    long size = 0;
    for (LogCursor log : all) {
      size += log.size();
    }
    return size;
  }
}

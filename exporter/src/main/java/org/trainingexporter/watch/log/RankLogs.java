package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.run.rank.RankPlace;
import org.trainingexporter.watch.rank.RankName;

/**
 * The logs of the ranks that do not lead. They are read once the leading log is read to its end,
 * each in its own order. One thread.
 */
public final class RankLogs {
  /** A log and the rank that writes it. */
  private record RankLog(RankPlace rank, LogCursor log) {}

  private final List<RankLog> logs = new ArrayList<>();

  void add(LogCursor log) {
    logs.add(new RankLog(placeOf(log.path()), log));
  }

  /** The rank that writes a log, by its name; the first where the name does not say. */
  public static RankPlace placeOf(Path log) {
    return RankName.of(log).map(RankName::place).orElseGet(() -> new RankPlace(0, "", ""));
  }

  Stream<LogCursor> all() {
    return logs.stream().map(RankLog::log);
  }

  /**
   * Hands on what there is, at most that many records.
   *
   * @return how many it were
   */
  public int read(int most, BiConsumer<RankPlace, LogRecord> to) {
    int read = 0;
    for (RankLog of : logs) {
      for (LogRecord r = of.log.peek(); r != null && read < most; r = of.log.peek()) {
        of.log.advance();
        to.accept(of.rank, r);
        read++;
      }
    }
    return read;
  }
}

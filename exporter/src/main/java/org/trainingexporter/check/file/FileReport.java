package org.trainingexporter.check.file;

import java.util.List;
import java.util.Map;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.figure.FigureTable;

/**
 * How one file was read.
 *
 * @param trouble why it could not be read, or not to its end; else empty
 * @param whyNot why it is no log, else empty
 * @param lines the number of the last line that had a record or was rejected
 * @param unread bytes of a last line that is unfinished
 * @param run the state after all records; null where nothing could be read
 * @param firstPosition of a training record, in steps or, where the log counts none, in epochs
 * @param keysPastBound values under keys beyond those that a run may have
 */
public record FileReport(
    String file,
    String trouble,
    LogProfile profile,
    String whyNot,
    long lines,
    long unread,
    RunSnapshot run,
    double firstPosition,
    List<KeyReport> keys,
    long keysPastBound,
    RejectionTally rejected) {

  /** A file of which nothing could be read. */
  public static FileReport unreadable(String file, String trouble) {
    return new FileReport(file, trouble, null, "", 0, 0, null, Unknown.UNKNOWN, List.of(), 0, null);
  }

  /** The run's figures by series, as a scrape at the time of its newest record has them. */
  public Map<String, Double> figures() {
    double now = Math.floor(Unknown.firstKnown(run.times().newest(), 0));
    return FigureTable.ALL.series(run, now);
  }

  /** Where the times of its records come from. */
  public TimeOrigin times() {
    return run.times().origin();
  }

  public boolean isOpened() {
    return run != null;
  }

  public boolean isLog() {
    return isOpened() && whyNot.isEmpty();
  }

  public long records() {
    return isOpened() ? run.counts().records().values().stream().mapToLong(n -> n).sum() : 0;
  }

  public boolean isCountedBySteps() {
    return Unknown.isKnown(run.position().step());
  }

  public double newestPosition() {
    return isCountedBySteps() ? run.position().step() : run.position().epoch();
  }
}

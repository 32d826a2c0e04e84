package org.trainingexporter.check;

import java.util.List;
import org.trainingexporter.parse.Sniff;
import org.trainingexporter.run.RunSnapshot;

/**
 * How one file was read.
 *
 * @param trouble why it could not be read, or not to its end; else empty
 * @param whyNot why it is no log, else empty
 * @param lines the number of the last line that held a record or was refused
 * @param unread bytes of a last line that is not whole
 * @param run the state that the records lead to; null where nothing could be read
 * @param firstPosition of a training record, by steps or where the log counts none by epochs
 * @param keysPastBound values under keys beyond those that a run may have
 */
record FileReport(
    String file,
    String trouble,
    Sniff sniff,
    String whyNot,
    long lines,
    long unread,
    RunSnapshot run,
    double firstPosition,
    TimeOrigin times,
    List<Key> keys,
    long keysPastBound,
    Refused refused) {

  /** A file of which nothing could be read. */
  static FileReport unreadable(String file, String trouble) {
    return new FileReport(
        file, trouble, null, "", 0, 0, null, Double.NaN, TimeOrigin.NONE, List.of(), 0, null);
  }

  boolean isOpened() {
    return run != null;
  }

  boolean isLog() {
    return isOpened() && whyNot.isEmpty();
  }

  long records() {
    return isOpened() ? run.counts().records().values().stream().mapToLong(n -> n).sum() : 0;
  }

  boolean isCountedBySteps() {
    return !Double.isNaN(run.position().step());
  }

  double newestPosition() {
    return isCountedBySteps() ? run.position().step() : run.position().epoch();
  }
}

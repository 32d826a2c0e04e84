package org.trainingexporter.check.file;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.run.RunState;

/** The rejections of a log: all are counted, the first are kept. */
public final class RejectionTally implements RejectionListener {
  private static final int KEPT = 10_000;

  /** One rejection; the key is empty for a whole line. */
  public record Entry(long line, Rejection reason, String key, String detail) {}

  private final RunState state;
  private final List<Entry> lines = new ArrayList<>();
  private final List<Entry> values = new ArrayList<>();
  private long lineCount;
  private long valueCount;
  private long newestLine;

  public RejectionTally(RunState state) {
    this.state = state;
  }

  @Override
  public void rejected(Rejection reason, long line, String key, String detail) {
    state.reject(reason);
    newestLine = line;
    lineCount += reason.ofLine ? 1 : 0;
    valueCount += reason.ofLine ? 0 : 1;
    List<Entry> list = reason.ofLine ? lines : values;
    if (list.size() < KEPT) {
      list.add(new Entry(line, reason, key, detail));
    }
  }

  /** Rejected lines, the first 10,000. */
  public List<Entry> lines() {
    return lines;
  }

  /** Rejected values of lines that are otherwise read, the first 10,000. */
  public List<Entry> values() {
    return values;
  }

  public long lineCount() {
    return lineCount;
  }

  public long valueCount() {
    return valueCount;
  }

  /** The number of the newest line that had something rejected, 0 where none had. */
  long newestLine() {
    return newestLine;
  }
}

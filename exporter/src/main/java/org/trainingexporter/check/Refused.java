package org.trainingexporter.check;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.Refusal;
import org.trainingexporter.event.Refusals;
import org.trainingexporter.run.RunState;

/** What a log had refused: all is counted, and the first of it kept. */
final class Refused implements Refusals {
  private static final int KEPT = 10_000;

  /** One refusal; the key is empty for a whole line. */
  record Entry(long line, Refusal reason, String key, String detail) {}

  private final RunState state;
  private final List<Entry> lines = new ArrayList<>();
  private final List<Entry> values = new ArrayList<>();
  private long lineCount;
  private long valueCount;
  private long newestLine;

  Refused(RunState state) {
    this.state = state;
  }

  @Override
  public void refused(Refusal reason, long line, String key, String detail) {
    state.refuse(reason);
    newestLine = line;
    lineCount += reason.ofLine ? 1 : 0;
    valueCount += reason.ofLine ? 0 : 1;
    List<Entry> list = reason.ofLine ? lines : values;
    if (list.size() < KEPT) {
      list.add(new Entry(line, reason, key, detail));
    }
  }

  /** Refused lines, the first 10,000. */
  List<Entry> lines() {
    return lines;
  }

  /** Refused values of lines that are read otherwise, the first 10,000. */
  List<Entry> values() {
    return values;
  }

  long lineCount() {
    return lineCount;
  }

  long valueCount() {
    return valueCount;
  }

  /** The number of the newest line that had something refused, 0 where none had. */
  long newestLine() {
    return newestLine;
  }
}

package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.line.PairList.DataSet;
import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.WordSet;

/** Lines that only name a data set, such as {@code --- Validation ---}: heads of those below. */
public final class HeadingScan {
  private static final int LONGEST = 48;

  private static final WordSet BESIDE_SET =
      WordSet.ofAnyCase(
          "on",
          "the",
          "for",
          "start",
          "starting",
          "started",
          "begin",
          "beginning",
          "run",
          "running",
          "model",
          "loop",
          "dataset",
          "performance",
          "step",
          "mode");

  private HeadingScan() {}

  /** The set that the line names; none where it says anything else. */
  public static DataSet set(byte[] b, int from, int to) {
    if (to - from > LONGEST) {
      return DataSet.NONE;
    }
    DataSet set = DataSet.NONE;
    int at = from;
    while (at < to) {
      if (ByteKinds.of(b[at]) != ByteKinds.LETTER) {
        at++;
        continue;
      }
      int end = at;
      while (end < to && ByteKinds.of(b[end]) == ByteKinds.LETTER) {
        end++;
      }
      DataSet named = Words.set(b, at, end);
      if (named == DataSet.NONE) {
        if (!Words.followsSet(b, at, end) && !BESIDE_SET.contains(b, at, end)) {
          return DataSet.NONE;
        }
      } else if (set != DataSet.NONE) {
        return DataSet.NONE;
      }
      set = named == DataSet.NONE ? set : named;
      at = end;
    }
    return set;
  }
}

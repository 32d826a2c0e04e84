package org.trainingexporter.parse.text.word;

import org.trainingexporter.parse.text.value.ByteKinds;

/** A line that only names the set of data which the lines below it speak of. */
public final class SetHeading {
  private static final int LONGEST = 48;

  private SetHeading() {}

  /**
   * The set that a line names, such as {@code --- Validation ---}; none where it says more.
   *
   * @param placed whether a line above has set a position for those below; a summary that stands at
   *     none sums up the lines above and is no validation
   */
  public static DataSet of(byte[] b, int from, int to, boolean placed) {
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
        boolean sumsUp = !placed && Words.sumsUp(b, at, end);
        boolean fits = Words.followsSet(b, at, end) || Words.standsBesideSet(b, at, end);
        if (sumsUp || !fits) {
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

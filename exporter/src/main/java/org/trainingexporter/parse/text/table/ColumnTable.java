package org.trainingexporter.parse.text.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.word.Place;
import org.trainingexporter.parse.text.word.Words;

/**
 * Tables that a training prints among other lines: a line of names, of which the first is a
 * position, and below it rows of as many numbers. Bars or two blanks and more stand between the
 * cells. Other lines may come between the rows. One thread.
 */
public final class ColumnTable {
  /** More columns are no table. */
  private static final int MOST = 60;

  private final ValueScan scan = new ValueScan();
  private final NamedValues values = new NamedValues();
  private final List<String> header = new ArrayList<>();
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int cells;

  public void begin() {
    header.clear();
    values.clear();
  }

  /** Whether the line may be a header: its first word is a position's, and cells follow. */
  public static boolean mayBegin(byte[] b, int from, int to) {
    int start = from;
    while (start < to && (b[start] == ' ' || b[start] == '\t' || b[start] == '|')) {
      start++;
    }
    int end = start;
    while (end < to && ByteKinds.isWord(b[end])) {
      end++;
    }
    boolean apart =
        end + 1 < to && (b[end] == '\t' || b[end] == '|' || (b[end] == ' ' && isGap(b[end + 1])));
    return apart && Words.place(b, start, end) != Place.NONE;
  }

  private static boolean isGap(byte c) {
    return c == ' ' || c == '|' || c == '\t';
  }

  /** Keeps the names of a header; false where the line is none. */
  public boolean readHeader(byte[] b, int from, int to) {
    if (!mayBegin(b, from, to) || !split(b, from, to) || cells < 2) {
      return false;
    }
    for (int i = 0; i < cells; i++) {
      if (ByteKinds.of(b[starts[i]]) != ByteKinds.LETTER || holdsJoint(b, starts[i], ends[i])) {
        return false;
      }
    }
    header.clear();
    for (int i = 0; i < cells; i++) {
      header.add(new String(b, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8));
    }
    return true;
  }

  private static boolean holdsJoint(byte[] b, int from, int to) {
    for (int p = from; p < to; p++) {
      if (b[p] == ':' || b[p] == '=') {
        return true;
      }
    }
    return false;
  }

  /** Whether a header stands above. */
  public boolean isOpen() {
    return !header.isEmpty();
  }

  /** Reads a row of the header above; false where the line is none. */
  public boolean readRow(byte[] b, int from, int to) {
    values.clear();
    if (!split(b, from, to) || cells != header.size()) {
      return false;
    }
    int numbers = 0;
    for (int i = 0; i < cells; i++) {
      int end = scan.read(b, starts[i], ends[i]);
      boolean number = end == ends[i] && scan.suffix != Suffix.MISSING;
      if (i == 0 && !(number && scan.isWhole)) {
        return false;
      }
      if (number) {
        numbers++;
        values.add(header.get(i), Double.isNaN(scan.seconds) ? scan.value : scan.seconds);
      }
    }
    return 2 * numbers > cells;
  }

  /** The numbers of the row that was read last, by their names. */
  public NamedValues values() {
    return values;
  }

  /** Finds the cells of a line; false where there are too many. */
  private boolean split(byte[] b, int from, int to) {
    cells = 0;
    int p = past(b, from, to);
    while (p < to) {
      int start = p;
      int end = p;
      while (p < to && !isBreak(b, p, to)) {
        end = b[p] == ' ' ? end : p + 1;
        p++;
      }
      if (cells == MOST) {
        return false;
      }
      starts[cells] = start;
      ends[cells++] = end;
      p = past(b, p, to);
    }
    return true;
  }

  /** Past blanks and bars. */
  private static int past(byte[] b, int from, int to) {
    int p = from;
    while (p < to && isGap(b[p])) {
      p++;
    }
    return p;
  }

  private static boolean isBreak(byte[] b, int p, int to) {
    return b[p] == '|'
        || b[p] == '\t'
        || (b[p] == ' ' && (p + 1 == to || b[p + 1] == ' ' || b[p + 1] == '|'));
  }
}

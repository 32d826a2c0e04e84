package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.value.WordSet;
import org.trainingexporter.parse.text.word.WordScan;
import org.trainingexporter.parse.text.word.Words;
import org.trainingexporter.parse.time.TimeScan;
import org.trainingexporter.parse.time.Timestamps;

/**
 * What a logging library puts before a message: the time, the level, the place in the source. One
 * thread.
 */
public final class LinePrefix {
  /** Bytes behind the time in which a level is looked for. */
  private static final int LONGEST = 100;

  private static final int MOST_LABELS = 3;

  private static final WordSet STREAMS = WordSet.of("stdout", "stderr");

  private static final byte[] CREATED =
      "Log file created at: ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final Timestamps times;
  private final TimeScan scan = new TimeScan();
  private final RankLabel label = new RankLabel();
  private double time;

  public LinePrefix(Timestamps times) {
    this.times = times;
  }

  /** Seconds since 1970 of the line that was read last; NaN where it begins with no time. */
  public double time() {
    return time;
  }

  /** The rank that a launcher has put before that line; -1 without one. */
  public int rank() {
    return label.rank();
  }

  /** Reads the line's time and rank, and gives where its message begins. */
  public int read(byte[] b, int from, int to) {
    time = Double.NaN;
    int labelled = ValueScan.skipBlanks(b, from, to);
    int start = pastLabels(b, label.read(b, labelled, to), to);
    boolean bracket = start < to && (b[start] == '[' || b[start] == '(' || b[start] == '<');
    int first = bracket ? start + 1 : start;
    int end = mayBeTime(b, first, to) ? scan.read(b, first, to) : -1;
    if (end < 0) {
      return behindLevel(b, first, start, to);
    }
    time = times.seconds(scan);
    if (b[first] >= 'A' && b[first] <= 'Z' && ByteKinds.isDigit(b[first + 1])) {
      return pastGlog(b, end, to);
    }
    if (!bracket && !ByteKinds.isDigit(b[first])) {
      return pastClosers(b, pastProgram(b, end, to), to);
    }
    int container = pastContainer(b, end, to);
    if (container > 0) {
      return container;
    }
    int message = pastLevel(b, end, to);
    if (message < 0 && bracket) {
      message = pastClose(b, end, to);
    }
    return pastClosers(b, message < 0 ? end : message, to);
  }

  /** Past labels in brackets before a line's time: {@code [node1]: [host] 2025-11-22 …}. */
  private int pastLabels(byte[] b, int from, int to) {
    int p = from;
    for (int labels = 0; labels < MOST_LABELS && p < to && b[p] == '['; labels++) {
      int end = WordScan.pastWord(b, p + 1, to);
      if (end < 0 || ByteKinds.isDigit(b[p + 1])) {
        return from;
      }
      p = ValueScan.skipBlanks(b, end < to && b[end] == ':' ? end + 1 : end, to);
      int first = p < to && (b[p] == '[' || b[p] == '(') ? p + 1 : p;
      if (mayBeTime(b, first, to) && scan.read(b, first, to) > 0) {
        return p;
      }
    }
    return from;
  }

  private static boolean mayBeTime(byte[] b, int p, int to) {
    if (to - p < 11) {
      return false;
    }
    return ByteKinds.isDigit(b[p])
        ? !ByteKinds.isWord(b[p + 1]) || ByteKinds.isDigit(b[p + 1])
        : b[p] >= 'A' && b[p] <= 'Z';
  }

  /** {@code INFO 04-23 21:28:29 file.py:183] message}, {@code INFO:root:message}, and headers. */
  private int behindLevel(byte[] b, int first, int start, int to) {
    if (first < to && b[first] == 'L' && starts(b, first, to)) {
      int at = first + CREATED.length;
      if (scan.read(b, at, to) > 0) {
        times.startYearsAt(times.seconds(scan));
      }
      return to;
    }
    int end = wordEnd(b, first, to);
    if (!Words.isLevel(b, first, end)) {
      return start;
    }
    int p = ValueScan.skipBlanks(b, end, to);
    int timeEnd = p > end && mayBeTime(b, p, to) ? scan.read(b, p, to) : -1;
    if (timeEnd > 0) {
      time = times.seconds(scan);
      end = timeEnd;
    } else if (end < to && b[end] == ':') {
      int name = end + 1;
      while (name < to && (ByteKinds.isWord(b[name]) || b[name] == '.')) {
        name++;
      }
      end = name < to && b[name] == ':' ? name + 1 : end + 1;
    }
    return pastClosers(b, pastSource(b, ValueScan.skipBlanks(b, end, to), to), to);
  }

  private static boolean starts(byte[] b, int from, int to) {
    return to - from > CREATED.length
        && java.util.Arrays.equals(b, from, from + CREATED.length, CREATED, 0, CREATED.length);
  }

  private static int wordEnd(byte[] b, int from, int to) {
    int p = from;
    while (p < to && ByteKinds.of(b[p]) == ByteKinds.LETTER) {
      p++;
    }
    return p;
  }

  /** Past {@code stdout F}, as container runtimes write it behind the time; -1 without it. */
  private static int pastContainer(byte[] b, int from, int to) {
    int p = ValueScan.skipBlanks(b, from, to);
    boolean fits = p + 9 < to && b[p + 6] == ' ' && b[p + 8] == ' ';
    return fits && STREAMS.contains(b, p, p + 6) ? p + 9 : -1;
  }

  private static int pastGlog(byte[] b, int from, int to) {
    for (int p = from; p < to && p - from < LONGEST; p++) {
      if (b[p] == ']') {
        return p + 1;
      }
    }
    return from;
  }

  /** Past {@code host program[12]:}, as syslog writes it. */
  private static int pastProgram(byte[] b, int from, int to) {
    int p = ValueScan.skipBlanks(b, from, to);
    int blanks = 0;
    while (p < to && blanks < 2 && b[p] != ':' && b[p] != '=') {
      blanks += b[p] == ' ' ? 1 : 0;
      p++;
    }
    return p < to && b[p] == ':' && blanks == 1 ? p + 1 : from;
  }

  /** Past a level within the next words and the place in the source behind it; -1 without one. */
  private static int pastLevel(byte[] b, int from, int to) {
    int bound = Math.min(to, from + LONGEST);
    int p = from;
    for (int words = 0; p < bound && words < 6; words++) {
      while (p < bound && ByteKinds.of(b[p]) != ByteKinds.LETTER) {
        p++;
      }
      int end = p;
      while (end < to && (ByteKinds.isWord(b[end]) || b[end] == '.' || b[end] == '-')) {
        end++;
      }
      if (Words.isLevel(b, p, end)) {
        return pastSource(b, pastClosers(b, end, to), to);
      }
      p = end;
    }
    return -1;
  }

  /** Past {@code module:function:45 - } or {@code file.py:45] }. */
  private static int pastSource(byte[] b, int from, int to) {
    int colons = 0;
    int p = from;
    while (p < to && b[p] != ' ' && b[p] != '=' && b[p] != '[') {
      colons += b[p] == ':' ? 1 : 0;
      p++;
    }
    int last = p;
    while (last > from && (b[last - 1] == ']' || b[last - 1] == ':' || b[last - 1] == ')')) {
      last--;
    }
    boolean number = last > from && ByteKinds.isDigit(b[last - 1]) && p < to;
    int start = last;
    while (start > from && ByteKinds.isDigit(b[start - 1])) {
      start--;
    }
    boolean place = number && start > from && b[start - 1] == ':';
    boolean file = WordScan.isSource(b, from, start - 1);
    return place && (file || colons >= 2) ? p : from;
  }

  /** Past the bracket that the time stands in, where it closes soon. */
  private static int pastClose(byte[] b, int from, int to) {
    for (int p = from; p < to && p - from < LONGEST && b[p] != '['; p++) {
      if (ByteKinds.of(b[p]) == ByteKinds.CLOSE || b[p] == '>') {
        return p + 1;
      }
    }
    return from;
  }

  private static int pastClosers(byte[] b, int from, int to) {
    int p = from;
    while (p < to && "])>:|,- \t".indexOf(b[p]) >= 0) {
      boolean more = b[p] == '-' && p + 1 < to && b[p + 1] != ' ';
      if (more) {
        return p; // a rule of dashes, or a number below zero
      }
      p++;
    }
    return p;
  }
}

package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.DurationScan;
import org.trainingexporter.parse.text.value.NumberText;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.value.Units;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.word.Words;

/**
 * Reads a bar of tqdm: {@code label: 45%|#### | 45/100 [00:12<00:15, 3.7it/s, loss=0.3]}, also
 * where the total is unknown, {@code 45it [00:12, 3.7it/s]}. One thread.
 */
public final class BarScan {
  private final NumberText number = new NumberText();
  private final DurationScan durations = new DurationScan(number);

  public int labelTo;
  public int postfixFrom;
  public int postfixTo;

  /** Whether its label is empty or says no more than that it trains. */
  public boolean isUnnamed;

  /** Where the bar ends. */
  public int end;

  public double position;

  /** NaN where the total is unknown. */
  public double plan;

  /** Seconds, or NaN. */
  public double elapsed;

  public double remaining;

  /** NaN where it is unknown or counts something else. */
  public double stepsPerSecond;

  /** Whether what it counts are steps, as far as its speed tells: no bytes, no examples. */
  public boolean countsSteps;

  /**
   * Whether the line holds a bar.
   *
   * @param percent whether a percent sign stands anywhere in the line
   */
  public boolean read(byte[] b, int from, int to, boolean percent) {
    plan = Double.NaN;
    elapsed = Double.NaN;
    remaining = Double.NaN;
    stepsPerSecond = Double.NaN;
    countsSteps = false;
    for (int p = from + 1; p + 1 < to; p++) {
      if (percent && b[p] == '%' && b[p + 1] == '|' && ByteKinds.isDigit(b[p - 1])) {
        return readBar(b, from, p, to);
      }
      if (b[p] == '[' && p - from > 3 && b[p - 1] == ' ' && isCount(b, from, p - 1)) {
        return readUnbounded(b, from, p, to);
      }
    }
    return false;
  }

  private boolean readBar(byte[] b, int from, int percent, int to) {
    labelTo = percent;
    while (labelTo > from && (ByteKinds.isDigit(b[labelTo - 1]) || b[labelTo - 1] == '.')) {
      labelTo--;
    }
    int p = percent + 2;
    while (p < to && b[p] != '|') {
      p++;
    }
    p = ValueScan.skipBlanks(b, Math.min(p + 1, to), to);
    int slash = number.read(b, p, to);
    if (slash < 0 || slash >= to || b[slash] != '/') {
      return false;
    }
    boolean whole = number.isWhole;
    position = number.value;
    isUnnamed = Words.areOfTraining(b, from, labelTo);
    int open = number.read(b, slash + 1, to);
    if (open > 0 && whole && number.isWhole) {
      plan = number.value;
    }
    open = Math.max(open, slash);
    while (open < to && b[open] != '[') {
      open++;
    }
    return open < to && readTimes(b, open, to, !Double.isNaN(plan));
  }

  private static boolean isCount(byte[] b, int from, int to) {
    int p = to;
    while (p > from && ByteKinds.of(b[p - 1]) == ByteKinds.LETTER) {
      p--;
    }
    boolean unit = to - p == 2 && b[p] == 'i' && b[p + 1] == 't';
    return unit && p > from && ByteKinds.isDigit(b[p - 1]);
  }

  private boolean readUnbounded(byte[] b, int from, int open, int to) {
    int p = open - 3;
    while (p > from && ByteKinds.isDigit(b[p - 1])) {
      p--;
    }
    labelTo = p;
    isUnnamed = Words.areOfTraining(b, from, labelTo);
    boolean read = number.read(b, p, to) > 0 && number.isWhole;
    position = number.value;
    return read && readTimes(b, open, to, true);
  }

  private boolean readTimes(byte[] b, int open, int to, boolean counts) {
    int p = clock(b, open + 1, to);
    elapsed = durations.seconds;
    if (p < 0) {
      return false;
    }
    if (p < to && b[p] == '<') {
      int left = clock(b, p + 1, to);
      remaining = left < 0 ? Double.NaN : durations.seconds;
      p = left < 0 ? p + 1 : left;
    }
    while (p < to && b[p] != ',' && b[p] != ']') {
      p++;
    }
    countsSteps = counts;
    if (p < to && b[p] == ',') {
      p = readSpeed(b, ValueScan.skipBlanks(b, p + 1, to), to);
    }
    postfixFrom = p;
    int close = p;
    for (int depth = 1; close < to; close++) {
      depth += b[close] == '[' ? 1 : b[close] == ']' ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    postfixTo = close;
    end = Math.min(to, close + 1);
    return true;
  }

  private int clock(byte[] b, int from, int to) {
    int at = number.read(b, from, to);
    int clockEnd = at < 0 ? -1 : durations.readClock(b, from, at, to);
    return clockEnd > at ? clockEnd : -1;
  }

  /** {@code 3.7it/s}, {@code 1.2s/it}, {@code ?it/s}; past it and its comma. */
  private int readSpeed(byte[] b, int from, int to) {
    boolean unknown = from < to && b[from] == '?';
    int at = unknown ? from + 1 : number.read(b, from, to);
    if (at < 0) {
      return from;
    }
    int unitEnd = Units.end(b, at, to);
    Units.UnitOfText unit = Units.of(b, at, unitEnd);
    Suffix suffix = unit == null ? Suffix.NONE : unit.suffix();
    countsSteps &= suffix == Suffix.STEPS_A_SECOND || suffix == Suffix.SECONDS_A_STEP;
    if (!unknown && suffix == Suffix.STEPS_A_SECOND) {
      stepsPerSecond = number.value;
    } else if (!unknown && suffix == Suffix.SECONDS_A_STEP) {
      stepsPerSecond = 1 / (number.value * unit.scale());
    }
    int p = unitEnd;
    while (p < to && b[p] != ',' && b[p] != ']') {
      p++;
    }
    return p < to && b[p] == ',' ? p + 1 : p;
  }
}

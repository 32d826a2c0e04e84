package org.trainingexporter.parse.text.value;

/** Lengths of time in several parts: {@code 0:02:12}, {@code 1h 2m}, {@code 9 days, 22:13:15}. */
public final class DurationScan {
  private final NumberText number;

  public double seconds;
  int end;

  public DurationScan(NumberText number) {
    this.number = number;
  }

  /**
   * Reads on behind a number that may be the first part of a clock.
   *
   * @param from where the number begins
   * @param at where it ends
   * @return where the clock ends; {@code at} where it is none; -1 where it is broken
   */
  public int readClock(byte[] b, int from, int at, int to) {
    if (at + 2 >= to || b[at] != ':' || !areDigits(b, at + 1, 2)) {
      return at;
    }
    seconds = 0;
    int p = from;
    int parts = 0;
    while (parts < 4) {
      int digits = p;
      double part = 0;
      while (p < to && ByteKinds.isDigit(b[p])) {
        part = 10 * part + b[p++] - '0';
      }
      if (p == digits) {
        return -1;
      }
      seconds = 60 * seconds + part;
      parts++;
      if (p + 2 < to && b[p] == ':' && areDigits(b, p + 1, 2)) {
        p++;
      } else if (p + 2 == to - 0 && p < to && b[p] == ':') {
        return -1;
      } else {
        break;
      }
    }
    if (p + 1 < to && b[p] == '.' && ByteKinds.isDigit(b[p + 1])) {
      double scale = 0.1;
      for (p++; p < to && ByteKinds.isDigit(b[p]); p++) {
        seconds += scale * (b[p] - '0');
        scale /= 10;
      }
    }
    end = p;
    return p < to && (ByteKinds.isWord(b[p]) || b[p] == ':') ? -1 : p;
  }

  private static boolean areDigits(byte[] b, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (i >= b.length || !ByteKinds.isDigit(b[i])) {
        return false;
      }
    }
    return true;
  }

  /** Reads parts with a unit each; -1 where there are fewer than two. */
  public int readParts(byte[] b, int from, int to) {
    double total = 0;
    int parts = 0;
    int last = -1;
    double smaller = Double.POSITIVE_INFINITY;
    for (int p = from; p < to && ByteKinds.isDigit(b[p]); parts++) {
      int at = number.read(b, p, to);
      double value = number.value;
      int clock = at < 0 ? -1 : readClock(b, p, at, to);
      if (clock > at && parts > 0) {
        total += seconds;
        last = clock;
        parts++;
        break;
      }
      int unitFrom = at < 0 ? to : ValueScan.skipBlanks(b, at, to);
      int unitTo = unitFrom;
      while (unitTo < to && ByteKinds.of(b[unitTo]) == ByteKinds.LETTER) {
        unitTo++;
      }
      Units.UnitOfText unit = Units.of(b, unitFrom, unitTo);
      if (unit == null || unit.suffix() != Suffix.DURATION || unit.scale() >= smaller) {
        break;
      }
      smaller = unit.scale();
      total += value * unit.scale();
      last = unitTo;
      p = unitTo + (unitTo < to && b[unitTo] == ',' ? 1 : 0);
      p = ValueScan.skipBlanks(b, p, to);
    }
    seconds = total;
    end = last;
    return parts < 2 ? -1 : last;
  }
}

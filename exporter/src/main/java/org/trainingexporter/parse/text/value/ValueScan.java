package org.trainingexporter.parse.text.value;

/**
 * Reads what stands for a value in a line: a number with its unit, {@code N/M}, {@code N of M}, a
 * clock, each of them also in brackets or as a tensor, with a running mean in brackets behind it.
 * One thread.
 */
public final class ValueScan {
  private final NumberText number = new NumberText();
  private final DurationScan durations = new DurationScan(number);

  public double value;
  public double seconds;
  public double whole;
  public Suffix suffix;

  /** Whether nothing but digits was written, so that it may count. */
  public boolean isWhole;

  /** Whether it is {@code N/M}. */
  public boolean isPart() {
    return !Double.isNaN(whole);
  }

  /**
   * Reads the value that begins there.
   *
   * @return where it ends with all that belongs to it, or -1 where none begins
   */
  public int read(byte[] b, int from, int to) {
    suffix = Suffix.NONE;
    seconds = Double.NaN;
    whole = Double.NaN;
    int p = from;
    int open = 0;
    while (p < to) {
      byte kind = ByteKinds.of(b[p]);
      if (kind == ByteKinds.OPEN) {
        open++;
        p = skipBlanks(b, p + 1, to);
      } else if (kind == ByteKinds.LETTER) {
        int call = endOfCall(b, p, to);
        if (call < 0) {
          break;
        }
        p = call;
      } else {
        break;
      }
    }
    if (p >= to || open > 3) {
      return -1;
    }
    if (isMissing(b, p, to)) {
      suffix = Suffix.MISSING;
      return close(b, p + (b[p + 1] == '/' ? 3 : 4), to, open);
    }
    int end = readNumber(b, p, to);
    return end < 0 ? -1 : open > 0 ? close(b, end, to, open) : pastMean(b, end, to);
  }

  /** Past the opening of {@code tensor(}, {@code np.float64(}; -1 where no such call begins. */
  private static int endOfCall(byte[] b, int from, int to) {
    int p = from;
    while (p < to && p - from < 20 && (ByteKinds.isWord(b[p]) || b[p] == '.')) {
      p++;
    }
    boolean isName = p - from > 3 || (p - from == 3 && (b[from] | 0x20) != 'n');
    return isName && p < to && b[p] == '(' && "tnaifubT".indexOf(b[from]) >= 0 ? p : -1;
  }

  private static boolean isMissing(byte[] b, int p, int to) {
    if (p + 4 <= to && (b[p] == 'N' || b[p] == 'n')) {
      boolean none = b[p + 1] == 'o' && b[p + 2] == 'n' && b[p + 3] == 'e';
      boolean nothing = b[p + 1] == 'u' && b[p + 2] == 'l' && b[p + 3] == 'l';
      return (none || nothing) && (p + 4 == to || !ByteKinds.isWord(b[p + 4]));
    }
    return p + 3 == to && b[p] == 'N' && b[p + 1] == '/' && b[p + 2] == 'A';
  }

  private int readNumber(byte[] b, int from, int to) {
    int p = number.read(b, from, to);
    if (p < 0) {
      return -1;
    }
    value = number.value;
    isWhole = number.isWhole;
    int clock = durations.readClock(b, from, p, to);
    if (clock != p) {
      return clock < 0 ? -1 : duration(clock);
    }
    int part = isWhole ? readWholeOf(b, p, to) : p;
    if (part != p) {
      return part;
    }
    return readUnit(b, from, p, to);
  }

  private int duration(int end) {
    suffix = Suffix.DURATION;
    seconds = durations.seconds;
    value = seconds;
    isWhole = false;
    return end;
  }

  /** {@code N/M}, {@code N / M}, {@code N of M}; a date or a path is none. */
  private int readWholeOf(byte[] b, int end, int to) {
    int p = skipBlanks(b, end, to);
    boolean of = p > end && p + 2 < to && b[p] == 'o' && b[p + 1] == 'f' && b[p + 2] == ' ';
    if (!of && (p >= to || b[p] != '/')) {
      return end;
    }
    p = skipBlanks(b, p + (of ? 2 : 1), to);
    if (p >= to || !ByteKinds.isDigit(b[p])) {
      return end;
    }
    double first = value;
    int last = number.read(b, p, to);
    if (last < 0 || !number.isWhole || (last < to && b[last] == '/')) {
      return -1;
    }
    whole = number.value;
    value = first;
    return isAttached(b, last, to) ? -1 : last;
  }

  private int readUnit(byte[] b, int from, int end, int to) {
    boolean apart = end < to && b[end] == ' ';
    int p = apart ? end + 1 : end;
    if (p >= to || !Units.mayBegin(b[p])) {
      return isAttached(b, end, to) ? -1 : end;
    }
    int last = Units.end(b, p, to);
    Units.UnitOfText unit = Units.of(b, p, last);
    boolean none = unit == null || (apart && (!unit.apart() || isName(b, last, to)));
    if (none) {
      return isAttached(b, end, to) ? -1 : end;
    }
    if (last < to && ByteKinds.isWord(b[last])) {
      return apart ? end : durations.readParts(b, from, to) > 0 ? duration(durations.end) : -1;
    }
    suffix = unit.suffix();
    if (suffix == Suffix.NONE) {
      value *= unit.scale();
      isWhole &= unit.scale() != 1;
    } else {
      seconds = value * unit.scale();
      isWhole = false;
    }
    if (suffix == Suffix.DURATION && durations.readParts(b, from, to) > last) {
      return duration(durations.end);
    }
    return last;
  }

  /** Whether a colon or an equals sign follows: what looks like a unit is the next name. */
  private static boolean isName(byte[] b, int from, int to) {
    int p = skipBlanks(b, from, to);
    return p < to && (b[p] == ':' || b[p] == '=');
  }

  /** Whether the number goes on in a way that no number does: a name, a version, an address. */
  private static boolean isAttached(byte[] b, int end, int to) {
    if (end >= to) {
      return false;
    }
    byte c = b[end];
    boolean more = end + 1 < to && ByteKinds.isWord(b[end + 1]);
    return ByteKinds.isWord(c)
        || ((c == '.' || c == '-' || c == '/' || c == ':' || c == '@') && more);
  }

  /** Closes the brackets that were opened, over a percentage or what tells of the device. */
  private static int close(byte[] b, int end, int to, int open) {
    int p = end;
    for (int i = 0; i < open; i++) {
      p = skipBlanks(b, p, to);
      if (p < to && b[p] == '(' && i == 0) {
        p = skipBlanks(b, pastBracket(b, p, to), to);
      }
      if (p < to
          && b[p] == ','
          && p + 2 < to
          && ByteKinds.of(b[skipBlanks(b, p + 1, to)]) == ByteKinds.LETTER) {
        while (p < to && ByteKinds.of(b[p]) != ByteKinds.CLOSE) {
          p++;
        }
        if (p < to && b[p] != ')') {
          return -1; // a list of several
        }
      }
      if (p >= to || ByteKinds.of(b[p]) != ByteKinds.CLOSE) {
        return -1;
      }
      p++;
    }
    return p;
  }

  /** Past a running mean or a share in brackets behind the value. */
  private static int pastMean(byte[] b, int end, int to) {
    int p = skipBlanks(b, end, to);
    if (p + 1 >= to || b[p] != '(') {
      return end;
    }
    byte first = b[skipBlanks(b, p + 1, to - 1)];
    boolean number =
        ByteKinds.isDigit(first)
            || first == '-'
            || first == '+'
            || first == '.'
            || first == '*'
            || first == 'n'
            || first == 'i';
    return number ? pastBracket(b, p, to) : end;
  }

  private static int pastBracket(byte[] b, int open, int to) {
    int depth = 0;
    for (int p = open; p < to; p++) {
      depth += b[p] == '(' ? 1 : b[p] == ')' ? -1 : 0;
      if (depth == 0) {
        return p + 1;
      }
    }
    return to;
  }

  public static int skipBlanks(byte[] b, int from, int to) {
    int p = from;
    while (p < to && (b[p] == ' ' || b[p] == '\t')) {
      p++;
    }
    return p;
  }
}

package org.trainingexporter.parse.time;

/**
 * Finds a date with its time of day in bytes, in the spellings that logs use: ISO with a blank, T,
 * slashes or dashes, basic ISO, ctime, syslog, glog, RFC 3339 and 1123, with or without fractions,
 * seconds and a zone. One thread; a successful {@link #read} replaces the fields.
 */
public final class TimeScan {
  /** In place of a zone, a year or an order that the text leaves open. */
  static final int OPEN = Integer.MIN_VALUE;

  int year;
  int month;
  int day;

  /** Whether day and month stand in an order that the text leaves open; the first is the month. */
  boolean ambiguous;

  int secondOfDay;
  int nanos;

  /** Seconds east of UTC, or {@link #OPEN}. */
  int offset;

  private final ClockScan clock = new ClockScan();
  private byte[] bytes;
  private int at;
  private int end;

  /**
   * Reads the time that begins there.
   *
   * @return where it ends, or -1 where none begins
   */
  public int read(byte[] text, int from, int to) {
    bytes = text;
    at = from;
    end = to;
    year = OPEN;
    offset = OPEN;
    ambiguous = false;
    nanos = 0;
    boolean found = from < to && (isDigit(from) ? readNumeric() : readNamed());
    return found && isPossible() ? at : -1;
  }

  private boolean isPossible() {
    return month >= 1 && month <= (ambiguous ? 31 : 12) && day >= 1 && day <= 31;
  }

  private boolean readNumeric() {
    int first = at;
    int digits = digits(first);
    if (digits == 8) {
      year = number(4);
      month = number(2);
      day = number(2);
      return year >= 1900 && year < 2200 && isAny("T_- ") && readBasicOrClock();
    }
    int separator = first + digits < end ? bytes[first + digits] : 0;
    if (digits == 4 && (separator == '-' || separator == '/' || separator == '.')) {
      year = number(4);
      return readRest(separator) && readJoint();
    }
    if (digits > 2
        || (separator != '/' && separator != '-' && separator != '.' && separator != ' ')) {
      return false;
    }
    int one = number(digits);
    at++;
    if (at < end && !isDigit(at)) {
      day = one;
      return readMonthName() && isAny("/- ") && readYear() && isAny(": T") && readClock();
    }
    return readNumericDay(one, separator);
  }

  /** {@code 11/22/2025 08:15:02}, {@code 22.11.25 08:15}, or {@code 11-22 08:15:02}. */
  private boolean readNumericDay(int one, int separator) {
    int digits = digits(at);
    if (digits < 1 || digits > 2) {
      return false;
    }
    month = one;
    day = number(digits);
    if (at >= end || bytes[at] != separator) {
      return separator != '.' && isAny(" ") && readSeconds();
    }
    at++;
    int length = digits(at);
    if (length != 2 && length != 4) {
      return false;
    }
    year = number(length) + (length == 2 ? 2000 : 0);
    ambiguous = separator != '.' || month <= 12;
    if (separator == '.') {
      int first = month;
      month = day;
      day = first;
      ambiguous = false;
    }
    return readJoint();
  }

  private boolean readRest(int separator) {
    return readPart(separator, true) && readPart(separator, false);
  }

  private boolean readPart(int separator, boolean isMonth) {
    if (at >= end || bytes[at] != separator) {
      return false;
    }
    int digits = digits(++at);
    if (digits < 1 || digits > 2) {
      return false;
    }
    int value = number(digits);
    if (isMonth) {
      month = value;
    } else {
      day = value;
    }
    return true;
  }

  /** What may stand between a day and its time of day. */
  private boolean readJoint() {
    if (at < end && bytes[at] == ',') {
      at++;
    }
    return isAny("T_ -t") && readBasicOrClock();
  }

  private boolean readBasicOrClock() {
    skipBlanks();
    if (digits(at) == 6) {
      return accept(clock.readBasic(bytes, at, end));
    }
    return readClock();
  }

  /** {@code Sat Nov 22 08:16:02 2025}, {@code Nov 22 08:15:02}, {@code I1122 08:15:02.5}. */
  private boolean readNamed() {
    if ("IWEF".indexOf(bytes[at]) >= 0 && digits(at + 1) == 4) {
      at++;
      month = number(2);
      day = number(2);
      return isAny(" ") && readSeconds();
    }
    if (TimeNames.weekday(bytes, at, end)) {
      at += 3;
      at += at < end && bytes[at] == ',' ? 1 : 0;
      skipBlanks();
      if (at < end && isDigit(at)) {
        day = number(Math.min(2, digits(at)));
        return isAny(" -")
            && readMonthName()
            && isAny(" -")
            && readYear()
            && isAny(" ")
            && readClock();
      }
    }
    if (!readMonthName() || !isAny(" ")) {
      return false;
    }
    skipBlanks();
    int digits = digits(at);
    if (digits < 1 || digits > 2) {
      return false;
    }
    day = number(digits);
    if (at < end && bytes[at] == ',') {
      at++;
      return isAny(" ") && readYear() && isAny(" ,") && readClock();
    }
    return isAny(" ") && readClock() && readTrailingYear();
  }

  private boolean readTrailingYear() {
    if (at + 5 <= end && bytes[at] == ' ' && digits(at + 1) == 4) {
      at++;
      year = number(4);
      return year >= 1900 && year < 2200;
    }
    return true;
  }

  private boolean readMonthName() {
    month = TimeNames.month(bytes, at, end);
    at += 3;
    return month > 0;
  }

  private boolean readYear() {
    year = digits(at) == 4 ? number(4) : OPEN;
    return year >= 1900 && year < 2200;
  }

  /** A time of day that must name its seconds: without a year little else says that it is one. */
  private boolean readSeconds() {
    skipBlanks();
    int start = at;
    return readClock() && at - start >= 7;
  }

  private boolean readClock() {
    skipBlanks();
    return accept(clock.read(bytes, at, end));
  }

  private boolean accept(int clockEnd) {
    if (clockEnd < 0) {
      return false;
    }
    at = clockEnd;
    secondOfDay = clock.secondOfDay;
    nanos = clock.nanos;
    offset = clock.offset;
    return true;
  }

  private void skipBlanks() {
    while (at < end && bytes[at] == ' ') {
      at++;
    }
  }

  private boolean isAny(String of) {
    return at < end && of.indexOf(bytes[at++]) >= 0;
  }

  private boolean isDigit(int p) {
    return bytes[p] >= '0' && bytes[p] <= '9';
  }

  /** How many digits stand there; more than 8 are not counted. */
  private int digits(int from) {
    int p = from;
    while (p < end && p - from < 9 && isDigit(p)) {
      p++;
    }
    return p - from;
  }

  private int number(int digits) {
    int value = 0;
    for (int to = at + digits; at < to; at++) {
      value = 10 * value + bytes[at] - '0';
    }
    return value;
  }
}

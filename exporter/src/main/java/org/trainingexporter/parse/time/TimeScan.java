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
      secondOfDay = number(2) * 3600 + number(2) * 60 + number(2);
      return secondOfDay < 86_400 && readFraction() && readZone();
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
    int digits = digits(at);
    if (digits < 1 || digits > 2) {
      return false;
    }
    int hour = number(digits);
    int colon = at < end ? bytes[at] : 0;
    if ((colon != ':' && colon != '-') || digits(at + 1) != 2) {
      return false;
    }
    at++;
    int minute = number(2);
    int second = 0;
    if (at < end && bytes[at] == colon && digits(at + 1) == 2) {
      at++;
      second = number(2);
    } else if (colon == '-') {
      return false;
    }
    secondOfDay = hour * 3600 + minute * 60 + second;
    return hour < 24
        && minute < 60
        && second < 60
        && readFraction()
        && readHalf(hour)
        && readZone();
  }

  private boolean readFraction() {
    if (at + 1 < end && (bytes[at] == '.' || bytes[at] == ',') && isDigit(at + 1)) {
      at++;
      int scale = 100_000_000;
      while (at < end && isDigit(at)) {
        nanos += scale * (bytes[at++] - '0');
        scale /= 10;
      }
    }
    return at >= end || (!isDigit(at) && bytes[at] != ':');
  }

  /** {@code AM} or {@code PM}. */
  private boolean readHalf(int hour) {
    int p = at < end && bytes[at] == ' ' ? at + 1 : at;
    if (p + 2 > end || (bytes[p + 1] | 0x20) != 'm' || (p + 2 < end && isWord(p + 2))) {
      return true;
    }
    int half = bytes[p] | 0x20;
    if ((half == 'a' || half == 'p') && hour >= 1 && hour <= 12) {
      secondOfDay += ((half == 'p' ? 12 : 0) - (hour == 12 ? 12 : 0)) * 3600;
      at = p + 2;
    }
    return true;
  }

  private boolean readZone() {
    int p = at < end && bytes[at] == ' ' ? at + 1 : at;
    if (p >= end) {
      return true;
    }
    if (bytes[p] == '+' || bytes[p] == '-') {
      readOffset(p);
      return true;
    }
    int length = 0;
    while (p + length < end && isWord(p + length)) {
      length++;
    }
    int named = TimeNames.offset(bytes, p, length);
    if (named != OPEN) {
      offset = named;
      at = p + length;
    }
    return true;
  }

  private void readOffset(int p) {
    int digits = digits(p + 1);
    boolean colon = digits == 2 && p + 3 < end && bytes[p + 3] == ':' && digits(p + 4) == 2;
    if (digits != 4 && !colon && (digits != 2 || p != at)) {
      return;
    }
    int sign = bytes[p] == '-' ? -1 : 1;
    at = p + 1;
    int seconds = number(2) * 3600;
    if (digits == 4 || colon) {
      at += colon ? 1 : 0;
      seconds += number(2) * 60;
    }
    offset = sign * seconds;
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

  private boolean isWord(int p) {
    return Character.isLetterOrDigit(bytes[p]) || bytes[p] == '_';
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

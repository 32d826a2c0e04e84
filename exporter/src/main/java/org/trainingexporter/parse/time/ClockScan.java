package org.trainingexporter.parse.time;

/** Finds a time of day with its fraction and its zone in bytes. One thread. */
final class ClockScan {
  int secondOfDay;
  int nanos;

  /** Seconds east of UTC, or {@link TimeScan#OPEN}. */
  int offset;

  private byte[] bytes;
  private int at;
  private int end;

  /**
   * Reads {@code 08:15:02.5 +01:00} that begins there.
   *
   * @return where it ends, or -1 where none begins
   */
  int read(byte[] text, int from, int to) {
    begin(text, from, to);
    return readClock() ? at : -1;
  }

  /** Reads {@code 081502} with what may follow. */
  int readBasic(byte[] text, int from, int to) {
    begin(text, from, to);
    int minutes = 60 * number(2) + number(2);
    secondOfDay = 60 * minutes + number(2);
    return secondOfDay < 86_400 && readFraction() && readZone() ? at : -1;
  }

  private void begin(byte[] text, int from, int to) {
    bytes = text;
    at = from;
    end = to;
    nanos = 0;
    offset = TimeScan.OPEN;
  }

  private boolean readClock() {
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
    if (named != TimeScan.OPEN) {
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

  private boolean isDigit(int p) {
    return bytes[p] >= '0' && bytes[p] <= '9';
  }

  private boolean isWord(int p) {
    return Character.isLetterOrDigit(bytes[p]) || bytes[p] == '_';
  }

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

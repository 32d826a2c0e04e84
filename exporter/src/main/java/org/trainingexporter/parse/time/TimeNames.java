package org.trainingexporter.parse.time;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Months, days of the week and zones, as times spell them. */
final class TimeNames {
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ";
  private static final String WEEKDAYS = "mon tue wed thu fri sat sun ";

  /** Zones whose names stand for one offset only, in hours. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CDT", -5),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7));

  private TimeNames() {}

  /** 1 to 12, or 0. */
  static int month(byte[] bytes, int at, int end) {
    return 1 + index(MONTHS, bytes, at, end);
  }

  static boolean weekday(byte[] bytes, int at, int end) {
    return index(WEEKDAYS, bytes, at, end) >= 0;
  }

  private static int index(String names, byte[] bytes, int at, int end) {
    if (at + 3 > end || Character.isLetter(at + 3 < end ? bytes[at + 3] : ' ')) {
      return -1;
    }
    for (int i = 0; i < names.length(); i += 4) {
      if ((bytes[at] | 0x20) == names.charAt(i)
          && (bytes[at + 1] | 0x20) == names.charAt(i + 1)
          && (bytes[at + 2] | 0x20) == names.charAt(i + 2)) {
        return i / 4;
      }
    }
    return -1;
  }

  /** Seconds east of UTC of a zone's name, or {@link TimeScan#OPEN}. */
  static int offset(byte[] bytes, int at, int length) {
    if (length == 0 || length > 4) {
      return TimeScan.OPEN;
    }
    Integer hours = HOURS.get(new String(bytes, at, length, StandardCharsets.ISO_8859_1));
    return hours == null ? TimeScan.OPEN : hours * 3600;
  }
}

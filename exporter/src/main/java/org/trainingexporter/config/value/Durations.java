package org.trainingexporter.config.value;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in the format of Prometheus: {@code 90s}, {@code 1h30m}, {@code 500ms}, {@code 7d}.
 * Each unit at most once, larger units first; a year has 365 days; {@code 0} needs no unit.
 */
public final class Durations {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private static final List<Duration> UNITS =
      List.of(
          Duration.ofDays(365),
          Duration.ofDays(7),
          Duration.ofDays(1),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(1));

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if the text is no duration
   * @throws ArithmeticException if it has more nanoseconds than a long (292 years)
   */
  public static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher matcher = TEXT.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    Duration sum = Duration.ZERO;
    for (int i = 0; i < UNITS.size(); i++) {
      String count = matcher.group(i + 1);
      if (count != null) {
        sum = sum.plus(UNITS.get(i).multipliedBy(Long.parseLong(count)));
      }
    }
    return Duration.ofNanos(sum.toNanos());
  }
}

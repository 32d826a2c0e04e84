package org.trainingexporter.config.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code rate_limit}: an interval as Go writes it, such as 100ms or 1m30s, and a burst. */
final class RateLimitSection {
  private static final Pattern PART =
      Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Map<String, Double> NANOS =
      Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);

  private RateLimitSection() {}

  /** Empty if there is no limit, as with an interval of 0. */
  static Optional<RateLimit> read(WebConfigSection section) {
    section.allow(Set.of("interval", "burst"));
    Duration interval = interval(section, section.text("interval").orElse("0"));
    int burst = burst(section, section.text("burst").orElse("0"));
    return interval.isZero() ? Optional.empty() : Optional.of(new RateLimit(interval, burst));
  }

  /** A number without a unit counts nanoseconds, as the toolkit reads it. */
  private static Duration interval(WebConfigSection section, String text) {
    if (text.matches("\\d{1,18}")) {
      return Duration.ofNanos(Long.parseLong(text));
    }
    if (!WHOLE.matcher(text).matches()) {
      throw section.wrong(
          "interval", "\"" + text + "\" is not a duration such as 100ms, 1s or 1m30s");
    }
    double nanos = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      nanos += Double.parseDouble(part.group(1)) * NANOS.get(part.group(2));
    }
    return Duration.ofNanos((long) nanos);
  }

  private static int burst(WebConfigSection section, String text) {
    if (!text.matches("\\d{1,9}")) {
      throw section.wrong("burst", "\"" + text + "\" is not a number of requests");
    }
    return Integer.parseInt(text);
  }
}

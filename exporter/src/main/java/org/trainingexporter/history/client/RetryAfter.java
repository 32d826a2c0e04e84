package org.trainingexporter.history.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the header {@code Retry-After} of RFC 9110: seconds, or a date. */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** How long the server asks to wait, at most an hour; empty if it does not say. */
  static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers.firstValue("Retry-After").flatMap(text -> read(text.strip(), now));
  }

  private static Optional<Duration> read(String text, Instant now) {
    try {
      Duration wait =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.isNegative()
          ? Optional.of(Duration.ZERO)
          : Optional.of(Collections.min(List.of(wait, LONGEST)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

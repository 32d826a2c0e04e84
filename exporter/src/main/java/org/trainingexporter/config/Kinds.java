package org.trainingexporter.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.event.Spellings;

/** The kinds of value that flags and the entries of {@code runs:} are made of. */
final class Kinds {
  /** The empty text means none, so that a flag can take back what the file says. */
  static final Kind<Optional<Path>> FILE =
      new Kind<>(
          "a file name", text -> text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));

  static final Kind<Path> DIRECTORY =
      new Kind<>("a directory", text -> Path.of(require(!text.isEmpty(), text)));

  static final Kind<String> NAME = new Kind<>("a name", text -> require(!text.isBlank(), text));

  static final Kind<String> SPELLING =
      new Kind<>(
          "a key that the exporter knows, such as loss or learning_rate",
          text -> require(Spellings.of(text) != null, text));

  static final Kind<Glob> GLOB = new Kind<>("a glob such as llm/*", Glob::new);

  static final Kind<ZoneId> ZONE =
      new Kind<>("a time zone such as Europe/Berlin, UTC or +02:00", ZoneId::of);

  static final Kind<ListenAddress> LISTEN_ADDRESS =
      new Kind<>("[HOST]:PORT such as :9409, 127.0.0.1:9409 or [::1]:9409", ListenAddress::parse);

  static final Kind<LogLevel> LOG_LEVEL =
      new Kind<>(
          "error, warn, info or debug", text -> LogLevel.valueOf(text.toUpperCase(Locale.ROOT)));

  static final Kind<GpuMode> GPU_MODE =
      new Kind<>("auto, nvml, demo or off", text -> GpuMode.valueOf(text.toUpperCase(Locale.ROOT)));

  static final Kind<String> GPU =
      new Kind<>(
          "a GPU's index or UUID such as 0 or GPU-5a6b...",
          text -> require(text.matches("0|[1-9]\\d{0,3}|GPU-\\S+"), text));

  static final Kind<Boolean> TRUE_OR_FALSE =
      new Kind<>(
          "true or false",
          text -> require(text.equals("true") || text.equals("false"), text.equals("true")));

  static final Kind<Duration> DURATION =
      new Kind<>("a duration above 0 such as 5s, 500ms or 1m30s", Kinds::aboveZero);

  static final Kind<Optional<Duration>> DURATION_OR_OFF =
      new Kind<>(
          "off or a duration above 0 such as 90s, 12h, 7d or 1h30m",
          text -> text.equals("off") ? Optional.empty() : Optional.of(aboveZero(text)));

  /** Longer, and a value would be lost from sight between two samples. */
  static final Kind<Duration> CADENCE =
      new Kind<>(
          "a duration from 1s to 1m such as 15s",
          text -> {
            Duration duration = Durations.parse(text);
            long millis = duration.toMillis();
            return require(1_000 <= millis && millis <= 60_000, duration);
          });

  static final Kind<Optional<URI>> HTTP_ADDRESS =
      new Kind<>(
          "an address such as http://localhost:9090/api/v1/write (user and password belong to"
              + " basic_auth in --history.config.file)",
          text -> text.isEmpty() ? Optional.empty() : Optional.of(address(text)));

  static final Kind<Map<String, String>> LABELS =
      new Kind<>("labels such as job=training,instance=node1:9409", Kinds::labels);

  static final Kind<String> BEARER =
      new Kind<>("Bearer", text -> require(text.equalsIgnoreCase("Bearer"), text));

  static final Kind<String> HEADER =
      new Kind<>(
          "a text without control characters",
          text -> require(text.chars().noneMatch(Character::isISOControl), text));

  static final Kind<Double> POSITIVE_NUMBER =
      new Kind<>(
          "a number above 0",
          text -> {
            double number = new BigDecimal(text).doubleValue();
            return require(number > 0 && Double.isFinite(number), number);
          });

  /** Empty for none; a path alone will do. */
  static final Kind<String> WEB_ADDRESS =
      new Kind<>(
          "an address such as https://example.org/training/",
          text -> require(text.isEmpty() || isWebAddress(URI.create(text)), text));

  static final Kind<String> ANY = new Kind<>("a text", text -> text);

  static final Kind<String> REFRESH =
      new Kind<>("live, 5, 30 or off", text -> require(text.matches("live|5|30|off"), text));

  private Kinds() {}

  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          return require(least <= number && number <= most, number);
        });
  }

  static Kind<Long> wholeFrom(long least) {
    return new Kind<>(
        "a whole number of at least " + least,
        text -> {
          long number = Long.parseLong(text);
          return require(least <= number, number);
        });
  }

  private static URI address(String text) {
    URI uri = URI.create(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    return require(http && uri.getHost() != null && uri.getUserInfo() == null, uri);
  }

  /** In their order; none may be called as one of a run's own. */
  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] both = part.split("=", 2);
      require(both.length == 2 && both[0].matches("(?!__)[a-zA-Z_]\\w*"), part);
      require(!both[0].equals("run") && labels.put(both[0], both[1]) == null, part);
    }
    return labels;
  }

  private static Duration aboveZero(String text) {
    Duration duration = Durations.parse(text);
    return require(!duration.isZero(), duration);
  }

  private static boolean isWebAddress(URI address) {
    boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
    boolean path = address.getScheme() == null && address.getRawPath().startsWith("/");
    boolean whole = (web && address.getHost() != null) || path;
    return whole && address.getRawQuery() == null && address.getRawFragment() == null;
  }

  private static <T> T require(boolean holds, T value) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}

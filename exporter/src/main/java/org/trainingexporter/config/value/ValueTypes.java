package org.trainingexporter.config.value;

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
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.web.flag.ValueType;

/** The types of the values of flags, of run rules and of the history config. */
public final class ValueTypes {
  /** An empty text stands for no file, so that a flag can undo what the config file sets. */
  public static final ValueType<Optional<Path>> FILE =
      new ValueType<>(
          "a file name", text -> text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));

  public static final ValueType<Path> DIRECTORY =
      new ValueType<>("a directory", text -> Path.of(require(!text.isEmpty(), text)));

  public static final ValueType<String> NAME =
      new ValueType<>("a name", text -> require(!text.isBlank(), text));

  public static final ValueType<String> ALIAS =
      new ValueType<>(
          "a key that the exporter knows, such as loss or learning_rate",
          text -> require(new KeyRegistry(Map.of()).of(text).signal != Signal.VALUE, text));

  public static final ValueType<Glob> GLOB = new ValueType<>("a glob such as llm/*", Glob::new);

  public static final ValueType<ZoneId> ZONE =
      new ValueType<>("a time zone such as Europe/Berlin, UTC or +02:00", ZoneId::of);

  public static final ValueType<LogLevel> LOG_LEVEL =
      new ValueType<>(
          "error, warn, info or debug", text -> LogLevel.valueOf(text.toUpperCase(Locale.ROOT)));

  public static final ValueType<GpuMode> GPU_MODE =
      new ValueType<>(
          "auto, nvml, demo or off", text -> GpuMode.valueOf(text.toUpperCase(Locale.ROOT)));

  public static final ValueType<String> GPU =
      new ValueType<>(
          "a GPU's index or UUID such as 0 or GPU-5a6b...",
          text -> require(text.matches("0|[1-9]\\d{0,3}|GPU-\\S+"), text));

  public static final ValueType<Boolean> TRUE_OR_FALSE =
      new ValueType<>(
          "true or false",
          text -> require(text.equals("true") || text.equals("false"), text.equals("true")));

  public static final ValueType<Duration> DURATION =
      new ValueType<>("a duration above 0 such as 5s, 500ms or 1m30s", ValueTypes::aboveZero);

  public static final ValueType<Optional<Duration>> DURATION_OR_OFF =
      new ValueType<>(
          "off or a duration above 0 such as 90s, 12h, 7d or 1h30m",
          text -> text.equals("off") ? Optional.empty() : Optional.of(aboveZero(text)));

  /** At most a minute: Prometheus stops showing a value some minutes after its sample. */
  public static final ValueType<Duration> CADENCE =
      new ValueType<>(
          "a duration from 1s to 1m such as 15s",
          text -> {
            Duration duration = Durations.parse(text);
            long millis = duration.toMillis();
            return require(1_000 <= millis && millis <= 60_000, duration);
          });

  public static final ValueType<Optional<URI>> HTTP_ADDRESS =
      new ValueType<>(
          "an address such as http://localhost:9090/api/v1/write (user and password belong to"
              + " basic_auth in --history.config.file)",
          text -> text.isEmpty() ? Optional.empty() : Optional.of(address(text)));

  public static final ValueType<Map<String, String>> LABELS =
      new ValueType<>("labels such as job=training,instance=node1:9409", ValueTypes::labels);

  public static final ValueType<String> BEARER =
      new ValueType<>("Bearer", text -> require(text.equalsIgnoreCase("Bearer"), text));

  public static final ValueType<String> HEADER =
      new ValueType<>(
          "a text without control characters",
          text -> require(text.chars().noneMatch(Character::isISOControl), text));

  public static final ValueType<Double> POSITIVE_NUMBER =
      new ValueType<>("a number above 0", ValueTypes::positive);

  public static final ValueType<Optional<Double>> PRICE =
      new ValueType<>(
          "a number above 0, or nothing",
          text -> text.isEmpty() ? Optional.empty() : Optional.of(positive(text)));

  public static final ValueType<String> CURRENCY =
      new ValueType<>(
          "a currency such as USD, EUR or credits",
          text -> require(text.matches("\\S{1,16}"), text));

  public static final ValueType<MetricsProfile> METRICS_PROFILE =
      new ValueType<>(
          "full or lean", text -> MetricsProfile.valueOf(text.toUpperCase(Locale.ROOT)));

  public static final ValueType<ProcessMode> PROCESS_MODE =
      new ValueType<>("auto or off", text -> ProcessMode.valueOf(text.toUpperCase(Locale.ROOT)));

  /** An absolute URL, a path alone, or empty. */
  public static final ValueType<String> WEB_ADDRESS =
      new ValueType<>(
          "an address such as https://example.org/training/",
          text -> require(text.isEmpty() || isWebAddress(URI.create(text)), text));

  public static final ValueType<String> ANY = new ValueType<>("a text", text -> text);

  public static final ValueType<String> REFRESH =
      new ValueType<>("live, 5, 30 or off", text -> require(text.matches("live|5|30|off"), text));

  private ValueTypes() {}

  public static ValueType<Integer> whole(int least, int most) {
    return new ValueType<>(
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          return require(least <= number && number <= most, number);
        });
  }

  public static ValueType<Long> wholeFrom(long least) {
    return new ValueType<>(
        "a whole number of at least " + least,
        text -> {
          long number = Long.parseLong(text);
          return require(least <= number, number);
        });
  }

  /** Names of settings, separated by commas; empty for none. */
  public static ValueType<List<String>> names(int most) {
    return new ValueType<>(
        "at most " + most + " names such as batch_size,optimizer.name",
        text -> {
          List<String> names = text.isEmpty() ? List.of() : List.of(text.split(",", -1));
          List<String> bare = names.stream().map(String::strip).distinct().toList();
          return require(bare.size() <= most && bare.stream().noneMatch(String::isEmpty), bare);
        });
  }

  private static URI address(String text) {
    URI uri = URI.create(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    return require(http && uri.getHost() != null && uri.getUserInfo() == null, uri);
  }

  /** In their order. The exporter sets the label {@code run} itself. */
  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] both = part.split("=", 2);
      require(both.length == 2 && both[0].matches("(?!__)[a-zA-Z_]\\w*"), part);
      require(!both[0].equals("run") && labels.put(both[0], both[1]) == null, part);
    }
    return labels;
  }

  private static double positive(String text) {
    double number = new BigDecimal(text).doubleValue();
    return require(number > 0 && Double.isFinite(number), number);
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

package org.trainingexporter.trainer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.web.flag.Arguments;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.Flag;
import org.trainingexporter.web.flag.FlagTable;
import org.trainingexporter.web.flag.FlagValues;
import org.trainingexporter.web.flag.ListenAddress;
import org.trainingexporter.web.flag.ValueSource;
import org.trainingexporter.web.flag.ValueType;

/** The trainer's options. A flag beats its variable, which beats the default. */
final class TrainerFlags {
  static final Flag<ListenAddress> LISTEN_ADDRESS =
      new Flag<>(
          "trainer.listen-address",
          "[HOST]:PORT",
          ListenAddress.TYPE,
          "localhost:9410",
          "where to answer; without a host: to the network");

  static final Flag<Path> RUNS =
      new Flag<>(
          "trainer.runs",
          "DIR",
          new ValueType<>("a directory", text -> Path.of(text).toAbsolutePath().normalize()),
          "runs",
          "where each training makes its directory");

  static final Flag<URI> EXPORTER_URL =
      new Flag<>(
          "trainer.exporter-url",
          "URL",
          new ValueType<>("http://HOST:PORT/", TrainerFlags::page),
          "http://localhost:9409/",
          "the exporter's page for a browser");

  static final Flag<Boolean> PREPARE =
      new Flag<>(
          "trainer.prepare",
          "",
          new ValueType<>("true or false", TrainerFlags::isTrue),
          "false",
          "unpack PyTorch's library, 432 MB, and end");

  private static final FlagTable TABLE =
      new FlagTable("", List.of(LISTEN_ADDRESS, RUNS, EXPORTER_URL, PREPARE));

  static final String HELP =
      """
      Usage: trainer [FLAG=VALUE ...]
      %s
      Each is a variable too: %s.
      """
          .formatted(TABLE.help(), String.join(", ", TABLE.variables()));

  private TrainerFlags() {}

  /**
   * Reads flags and variables.
   *
   * @throws ConfigException that names the flag or variable, its value and what was expected
   */
  static FlagValues read(List<String> arguments, Map<String, String> environment) {
    Arguments split = Arguments.split(arguments, TABLE.labels(), Set.of());
    if (!split.operands().isEmpty()) {
      throw new ConfigException("expected flags only, got " + split.operands());
    }
    return FlagValues.read(
        TABLE,
        List.of(
            ValueSource.commandLine(split.flags()),
            ValueSource.environment(TABLE, environment),
            ValueSource.DEFAULTS));
  }

  /** The URL becomes a part of the page's security policy, so it must be nothing but a URL. */
  private static URI page(String text) {
    if (!text.matches(
        "https?://[\\w.-]+(:\\d+)?(/[\\w./~-]*)?|https?://\\[[0-9a-f:]+](:\\d+)?/?")) {
      throw new IllegalArgumentException(text);
    }
    return URI.create(text.endsWith("/") ? text : text + "/");
  }

  private static boolean isTrue(String text) {
    if (!text.matches("true|false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }
}

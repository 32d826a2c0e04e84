package org.trainingexporter.trainer;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the trainer is started with; a flag beats its variable, which beats the default.
 *
 * @param runs where each training makes its run's directory
 * @param exporter the exporter's page, as a browser finds it
 * @param prepare unpack PyTorch's library and end
 */
record Options(InetSocketAddress listen, Path runs, URI exporter, boolean prepare) {
  private static final String LISTEN = "--trainer.listen-address";
  private static final String RUNS = "--trainer.runs";
  private static final String EXPORTER = "--trainer.exporter-url";
  private static final String PREPARE = "--trainer.prepare";

  /** Each flag to its default. */
  private static final Map<String, String> DEFAULTS =
      Map.of(LISTEN, "localhost:9410", RUNS, "runs", EXPORTER, "http://localhost:9409/");

  private static final Pattern ADDRESS = Pattern.compile("(?:\\[([^]]+)]|([^:]*)):(\\d{1,5})");

  static final String HELP =
      """
      usage: trainer [FLAG=VALUE ...]
        --trainer.listen-address=HOST:PORT  where to answer (default: localhost:9410); without a host: to the network
        --trainer.runs=DIR                  where each training makes its directory (default: runs)
        --trainer.exporter-url=URL          the exporter's page as a browser finds it (default: http://localhost:9409/)
        --trainer.prepare                   unpack PyTorch's library, 432 MB, and end
      Each is a variable too: TRAINER_LISTEN_ADDRESS, TRAINER_RUNS, TRAINER_EXPORTER_URL.
      """;

  /**
   * Reads flags and variables.
   *
   * @throws IllegalArgumentException that names the flag, its value and what was expected
   */
  static Options read(List<String> arguments, Map<String, String> environment) {
    Map<String, String> values = new HashMap<>(DEFAULTS);
    for (String flag : DEFAULTS.keySet()) {
      String variable = environment.getOrDefault(variable(flag), "");
      if (!variable.isEmpty()) {
        values.put(flag, variable);
      }
    }
    boolean prepare = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String flag = equals < 0 ? argument : argument.substring(0, equals);
      if (argument.equals(PREPARE)) {
        prepare = true;
      } else if (equals > 0 && DEFAULTS.containsKey(flag)) {
        values.put(flag, argument.substring(equals + 1));
      } else {
        throw new IllegalArgumentException(argument + " is no FLAG=VALUE of the trainer's");
      }
    }
    return new Options(
        address(values.get(LISTEN)),
        Path.of(values.get(RUNS)).toAbsolutePath().normalize(),
        page(values.get(EXPORTER)),
        prepare);
  }

  private static String variable(String flag) {
    return flag.substring(2).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static InetSocketAddress address(String text) {
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > 65535) {
      throw new IllegalArgumentException(LISTEN + ": " + text + " is not HOST:PORT");
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    int port = Integer.parseInt(parts.group(3));
    InetSocketAddress address =
        host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(LISTEN + ": " + host + " is no host that is known here");
    }
    return address;
  }

  /** A browser's policy names it, so it must be one address and nothing else. */
  private static URI page(String text) {
    if (!text.matches(
        "https?://[\\w.-]+(:\\d+)?(/[\\w./~-]*)?|https?://\\[[0-9a-f:]+](:\\d+)?/?")) {
      throw new IllegalArgumentException(EXPORTER + ": " + text + " is not http://HOST:PORT/");
    }
    return URI.create(text.endsWith("/") ? text : text + "/");
  }
}

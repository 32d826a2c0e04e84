package org.trainingexporter.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.ValueTypes;
import org.trainingexporter.web.flag.Arguments;
import org.trainingexporter.web.flag.ConfigException;

/**
 * What the command line asks for. The values of flags are not read yet. Flags may stand before or
 * after the command.
 *
 * @param command {@code check}, {@code demo}, {@code backfill}, or empty
 * @param flags texts by flag name, without the dashes
 * @param operands directories or files
 * @param openMetrics the file to write to; of {@code backfill} only
 * @param timeout after how long a receiver is given up; of {@code backfill} only
 */
public record Invocation(
    String command,
    Map<String, String> flags,
    List<String> operands,
    boolean json,
    Optional<String> openMetrics,
    Duration timeout,
    boolean help,
    boolean version) {
  private static final Map<String, String> EVERYWHERE =
      Map.of("--help", "", "-h", "", "--version", "");

  /** The options that each command has besides the flags; see {@link Arguments#split}. */
  private static final Map<String, Map<String, String>> COMMANDS =
      Map.of(
          "check", Map.of("--json", ""),
          "demo", Map.of(),
          "backfill", Map.of("--url", "VALUE", "--openmetrics", "VALUE", "--timeout", "VALUE"));

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /** What the operands of a command are called; it needs at least one. */
  private static final Map<String, String> OPERANDS = Map.of("check", "FILE", "backfill", "DIR");

  public Invocation {
    flags = Map.copyOf(flags);
    operands = List.copyOf(operands);
  }

  /**
   * Splits the arguments.
   *
   * @throws ConfigException if one is unknown, out of place or missing
   */
  public static Invocation parse(String... arguments) {
    Arguments before = Arguments.split(List.of(arguments), options(Map.of()), COMMANDS.keySet());
    if (before.rest().isEmpty()) {
      return of("", before.flags(), before.operands());
    }
    if (!before.operands().isEmpty()) {
      throw new ConfigException(
          "expected the command first, got " + before.operands() + " before it");
    }
    String command = before.rest().get(0);
    List<String> words = before.rest().subList(1, before.rest().size());
    Arguments after = Arguments.split(words, options(COMMANDS.get(command)), Set.of());
    Map<String, String> all = before.flags();
    all.putAll(after.flags());
    Invocation invocation = of(command, all, after.operands());
    invocation.requireOperands();
    return invocation;
  }

  /** The names of all commands. */
  static Set<String> commands() {
    return COMMANDS.keySet();
  }

  private static Map<String, String> options(Map<String, String> ofCommand) {
    Map<String, String> options = new LinkedHashMap<>(Flags.TABLE.labels());
    options.putAll(EVERYWHERE);
    options.putAll(ofCommand);
    return options;
  }

  private static Invocation of(String command, Map<String, String> given, List<String> operands) {
    Map<String, String> flags = new HashMap<>(given);
    boolean json = isOn("json", flags);
    boolean version = isOn("version", flags);
    boolean shortHelp = isOn("h", flags);
    boolean help = isOn("help", flags) || shortHelp;
    Optional<String> openMetrics = Optional.ofNullable(flags.remove("openmetrics"));
    if (command.equals("demo")) {
      flags.put(Flags.DEMO.name(), "true");
    }
    Optional.ofNullable(flags.remove("url"))
        .ifPresent(url -> flags.put(Flags.HISTORY_URL.name(), url));
    Duration timeout =
        Optional.ofNullable(flags.remove("timeout"))
            .map(text -> ValueTypes.DURATION.read("--timeout", text))
            .orElse(TIMEOUT);
    return new Invocation(command, flags, operands, json, openMetrics, timeout, help, version);
  }

  /** Takes a switch that is no flag out of the flags. */
  private static boolean isOn(String name, Map<String, String> flags) {
    String text = flags.remove(name);
    return text != null && ValueTypes.TRUE_OR_FALSE.read("--" + name, text);
  }

  private void requireOperands() {
    if (help || version) {
      return;
    }
    if (command.equals("demo") && !operands.isEmpty()) {
      throw new ConfigException("demo: expected no directory or file, got " + operands);
    }
    if (OPERANDS.containsKey(command) && operands.isEmpty()) {
      throw new ConfigException("Missing required parameter: '" + OPERANDS.get(command) + "'");
    }
  }
}

package org.trainingexporter.config.flag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.value.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The arguments taken apart, their values not yet read. Flags may stand before or after the command
 * and be given again: the last one counts.
 *
 * @param command {@code check}, {@code demo}, {@code backfill}, or empty
 * @param flags texts by flag name
 * @param operands directories or files
 */
public record Invocation(
    String command,
    Map<String, String> flags,
    List<String> operands,
    boolean json,
    Optional<String> openMetrics,
    boolean help,
    boolean version) {

  public Invocation {
    flags = Map.copyOf(flags);
    operands = List.copyOf(operands);
  }

  /**
   * Takes the arguments apart.
   *
   * @throws ConfigException if one is unknown or lacks its value
   */
  public static Invocation parse(String... arguments) {
    CommandLine line = new CommandLine(spec().addPositional(operands("DIR|FILE", "0..*")));
    line.addSubcommand(
        "check",
        spec().addPositional(operands("FILE", "1..*")).addOption(option("--json").build()));
    line.addSubcommand("demo", spec());
    line.addSubcommand(
        "backfill",
        spec()
            .addPositional(operands("DIR", "1..*"))
            .addOption(valued("--url"))
            .addOption(valued("--openmetrics")));
    line.setOverwrittenOptionsAllowed(true);
    line.setAllowSubcommandsAsOptionParameters(true); // --gpu=demo
    line.setExpandAtFiles(false);
    try {
      return of(line.parseArgs(arguments).asCommandLineList());
    } catch (ParameterException e) {
      throw new ConfigException(e.getMessage() + suggestion(e));
    }
  }

  private static Invocation of(List<CommandLine> lines) {
    List<ParseResult> levels = lines.stream().map(CommandLine::getParseResult).toList();
    ParseResult last = levels.get(levels.size() - 1);
    Map<String, String> flags = new HashMap<>();
    List<String> operands = new ArrayList<>();
    for (ParseResult level : levels) {
      if (!operands.isEmpty()) {
        throw new ConfigException("expected the command first, got " + operands + " before it");
      }
      for (Flag<?> flag : Flags.ALL) {
        if (level.hasMatchedOption("--" + flag.name())) {
          Object value = level.matchedOptionValue("--" + flag.name(), (Object) "");
          flags.put(flag.name(), value.toString());
        }
      }
      if (level.hasMatchedOption("--url")) {
        flags.put(Flags.HISTORY_URL.name(), level.matchedOptionValue("--url", ""));
      }
      operands.addAll(level.matchedPositionalValue(0, List.<String>of()));
    }
    return new Invocation(
        last == levels.get(0) ? "" : last.commandSpec().name(),
        flags,
        operands,
        last.hasMatchedOption("--json"),
        Optional.ofNullable(last.matchedOptionValue("--openmetrics", null)),
        levels.stream().anyMatch(ParseResult::isUsageHelpRequested),
        levels.stream().anyMatch(ParseResult::isVersionHelpRequested));
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(option("--help", "-h").usageHelp(true).build());
    spec.addOption(option("--version").versionHelp(true).build());
    for (Flag<?> flag : Flags.ALL) {
      // Without a stated arity a boolean takes no next word, yet a value after "=".
      spec.addOption(
          OptionSpec.builder("--" + flag.name())
              .paramLabel(flag.label())
              .type(flag.isSwitch() ? boolean.class : String.class)
              .build());
    }
    return spec;
  }

  private static OptionSpec valued(String name) {
    return OptionSpec.builder(name).paramLabel("VALUE").type(String.class).build();
  }

  private static OptionSpec.Builder option(String name, String... shorter) {
    return OptionSpec.builder(name, shorter).type(boolean.class).arity("0");
  }

  private static PositionalParamSpec operands(String label, String arity) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(arity)
        .required(arity.startsWith("1"))
        .build();
  }

  private static String suggestion(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? ", did you mean " + unmatched.getSuggestions().get(0) + "?"
        : "";
  }
}

package org.trainingexporter.config.flag;

import java.util.stream.Collectors;

/** What {@code --help} prints: one line a flag, so that it fits a screen. */
public final class Help {
  private static final String TEXT =
      """
      Usage: training-exporter [DIR|FILE...]           watch runs: page and /metrics
             training-exporter check FILE... [--json]  read logs once and say how
             training-exporter demo                    watch a made-up run
             training-exporter backfill DIR... --url=URL | --openmetrics=FILE
                                                       write what the logs hold
      A DIR (default: the current one) is searched for runs, a FILE is read whatever
      its name. To watch a directory called check, demo or backfill, write ./check.

      %s
        --help, --version
      A flag is also a variable (TRAINING_EXPORTER_LOG_LEVEL=debug) and a key of the
      config file (log.level: debug). Flag beats variable beats file beats default.
      """;

  private Help() {}

  public static String text() {
    int width = Flags.ALL.stream().mapToInt(flag -> left(flag).length()).max().orElse(0);
    return TEXT.formatted(
        Flags.ALL.stream()
            .map(flag -> ("  %-" + width + "s  %s").formatted(left(flag), right(flag)))
            .collect(Collectors.joining("\n")));
  }

  private static String left(Flag<?> flag) {
    return "--" + flag.name() + (flag.isSwitch() ? "" : "=" + flag.label());
  }

  private static String right(Flag<?> flag) {
    boolean silent = flag.isSwitch() || flag.fallback().isEmpty();
    return flag.help() + (silent ? "" : " (default " + flag.fallback() + ")");
  }
}

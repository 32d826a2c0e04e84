package org.trainingexporter.cli;

import org.trainingexporter.config.flag.Flags;

/** The text of {@code --help}, short enough for one screen. */
final class Help {
  private static final String TEXT =
      """
      Usage: training-exporter [DIR|FILE...]           watch runs: page and /metrics
             training-exporter check PATH... [--json]  read logs once and say how
             training-exporter demo                    watch a made-up run, as --demo
             training-exporter backfill DIR... --url=URL | --openmetrics=FILE
                      [--timeout=1m]                   write what the logs hold
      A DIR (default: the current one) is searched for runs, a FILE is read whatever
      its name. To watch a directory called check, demo or backfill, write ./check.

      %s
        --help, --version
      A flag is also a variable (TRAINING_EXPORTER_LOG_LEVEL=debug) and a key of the
      config file (log.level: debug). Flag beats variable beats file beats default.
      """;

  private Help() {}

  static String text() {
    return TEXT.formatted(Flags.TABLE.help());
  }
}

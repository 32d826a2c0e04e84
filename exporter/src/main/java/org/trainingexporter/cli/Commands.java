package org.trainingexporter.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.config.Settings;

/**
 * What the exporter can do. Each method blocks until it is over and returns the exit code: 0, or 1
 * for a failure. Logging is set up before the call. A {@code ConfigException} becomes exit code 2,
 * any other exception 1; its message is printed on one line.
 */
public interface Commands {
  /**
   * Watches the directories and serves until the process is asked to end.
   *
   * @param again reads the settings once more, with the config file as it then is
   */
  int serve(Settings settings, Supplier<Settings> again);

  /** Reads each file once and prints a report on it. */
  int check(List<Path> files, boolean json, Settings settings);

  /**
   * Writes the history of all runs to the configured receiver.
   *
   * @param openMetrics a file to write to instead
   * @param timeout after how long a receiver that does not take it is given up
   */
  int backfill(Optional<Path> openMetrics, Duration timeout, Settings settings);

  /**
   * Says why nothing can be watched, until a file of the fault changes or the process is asked to
   * end.
   */
  int show(StartFault fault);

  /** Serves a simulated run, whatever directories the settings have. */
  int demo(Settings settings, Supplier<Settings> again);
}

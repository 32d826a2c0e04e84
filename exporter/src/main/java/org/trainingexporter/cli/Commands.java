package org.trainingexporter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.config.Settings;

/**
 * What the exporter can be asked to do. Each returns the exit code when it is over: 0, or 1 for a
 * failure. Logging is set up by then. A {@code ConfigException} becomes exit code 2, any other
 * exception 1, each with its message on one line.
 */
public interface Commands {
  /** Watches and answers until the process is told to stop. */
  int serve(Settings settings);

  /** Reads each file once and says how. */
  int check(List<Path> files, boolean json, Settings settings);

  /** Writes the runs' past to the settings' receiver, or to a file where one is given. */
  int backfill(Optional<Path> openMetrics, Settings settings);

  /** Serves a made-up run; the settings' directories are empty. */
  int demo(Settings settings);
}

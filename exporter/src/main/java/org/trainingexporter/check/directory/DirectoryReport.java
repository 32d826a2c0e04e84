package org.trainingexporter.check.directory;

import java.util.List;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.LogRole;

/**
 * Which files of a directory tell what.
 *
 * @param directory as it was given
 * @param ignored files that look like logs and are not read
 */
public record DirectoryReport(String directory, List<RunFiles> runs, List<FileIgnored> ignored) {
  /**
   * One run and its logs.
   *
   * @param run its name here
   * @param name its own name, or empty
   */
  public record RunFiles(String run, String name, List<FileRole> files) {}

  /**
   * One log.
   *
   * @param file below the directory
   * @param role what it is to its run
   */
  public record FileRole(String file, LogRole role, LogFormat format, String writer) {}

  /**
   * A file that is not read.
   *
   * @param file below the directory
   */
  public record FileIgnored(String file, IgnoredLog.Reason reason, String nearest) {}

  /** How many logs all runs have. */
  public long files() {
    return runs.stream().mapToLong(r -> r.files.size()).sum();
  }
}

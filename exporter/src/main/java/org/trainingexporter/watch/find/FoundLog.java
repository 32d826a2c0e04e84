package org.trainingexporter.watch.find;

import java.nio.file.Path;
import java.util.Comparator;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.open.LogProfile;

/**
 * A log that no run has yet.
 *
 * @param time of its first record if that is known, else when the file was last written; seconds
 *     since 1970
 */
public record FoundLog(Path path, LogProfile profile, double time) {
  public static final Comparator<FoundLog> OLDEST_FIRST =
      Comparator.comparingDouble(FoundLog::time).thenComparing(f -> f.path().toString());

  /** The log that the file is of, which may have further files. */
  Path log() {
    return profile.format().logOf(path);
  }

  /** Whether it holds a training record. */
  public boolean trains() {
    return profile.trains();
  }

  /** What it is among the places where one training may tell its story. */
  public LogKind kind() {
    return profile.format().kind();
  }
}

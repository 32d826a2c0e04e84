package org.trainingexporter.watch;

import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.parse.Sniff;
import org.trainingexporter.run.Checkpoint;
import org.trainingexporter.run.RunSnapshot;

/**
 * A run whose first pass is done, where it lies, and what it is made of: enough to read it again.
 *
 * @param directory of its logs, without the parts such as {@code logs} that count to it
 */
public record Watched(
    RunSnapshot run, Path directory, List<Log> logs, List<Checkpoint> checkpoints) {

  /** One of its logs, where it is now. */
  public record Log(Path path, Sniff sniff, Role role) {}

  /** What a log is to its run. */
  public enum Role {
    LEADS,
    JOINS,
    DOCUMENT
  }

  /** Where its logs are. */
  public List<Path> paths() {
    return logs.stream().map(Log::path).toList();
  }
}

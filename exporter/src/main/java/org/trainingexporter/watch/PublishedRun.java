package org.trainingexporter.watch;

import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.watch.log.PublishedLog;

/**
 * A run whose first pass is done, where it lies, and what it is made of: enough to read it again.
 *
 * @param directory of its logs, without the parts such as {@code logs} that count to it
 */
public record PublishedRun(
    RunSnapshot run, Path directory, List<PublishedLog> logs, List<Checkpoint> checkpoints) {

  /** Where its logs are. */
  public List<Path> paths() {
    return logs.stream().map(PublishedLog::path).toList();
  }
}

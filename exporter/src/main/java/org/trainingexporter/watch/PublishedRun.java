package org.trainingexporter.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.watch.log.PublishedLog;

/**
 * A run whose first pass is done: its snapshot, and all that is needed to read it again. Immutable.
 *
 * @param directory of its logs, without parts such as {@code logs}
 * @param settings of the files beside them
 */
public record PublishedRun(
    RunSnapshot run,
    Path directory,
    List<PublishedLog> logs,
    List<Checkpoint> checkpoints,
    Map<String, String> settings) {

  /** The paths of its logs. */
  public List<Path> paths() {
    return logs.stream().map(PublishedLog::path).toList();
  }
}

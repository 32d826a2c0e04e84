package org.trainingexporter.watch;

import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;

/**
 * A run whose first pass is done, and where it lies.
 *
 * @param directory of its logs, without the parts such as {@code logs} that count to it
 */
public record Watched(RunSnapshot run, Path directory, List<Path> logs) {}

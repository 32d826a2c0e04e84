package org.trainingexporter.watch.log;

import java.nio.file.Path;
import org.trainingexporter.parse.open.LogProfile;

/** One of a run's logs, where it is now. */
public record PublishedLog(Path path, LogProfile profile, LogRole role) {}

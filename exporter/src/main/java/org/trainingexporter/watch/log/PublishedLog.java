package org.trainingexporter.watch.log;

import java.nio.file.Path;
import org.trainingexporter.parse.open.LogProfile;

/**
 * One of a run's logs: enough to open it again.
 *
 * @param path where it is now
 * @param profile what the probe has found, with the full scan if one was made
 */
public record PublishedLog(Path path, LogProfile profile, LogRole role) {}

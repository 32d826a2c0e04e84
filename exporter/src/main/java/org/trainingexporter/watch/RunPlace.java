package org.trainingexporter.watch;

import java.nio.file.Path;

/**
 * What a run is called and where it lies.
 *
 * @param name no other run has it
 * @param directory of its logs, without parts such as {@code logs}
 * @param below the same as seen from what is watched
 */
record RunPlace(String name, Path directory, String below) {}

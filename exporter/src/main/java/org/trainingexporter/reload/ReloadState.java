package org.trainingexporter.reload;

import java.time.Instant;

/**
 * How reading the configuration again went.
 *
 * @param successful whether every part holds what its files say, as far as that was read
 * @param time when files were last read and put into effect
 */
public record ReloadState(boolean successful, Instant time) {}

package org.trainingexporter.tail;

import org.trainingexporter.tail.ahead.AheadThreads;

/**
 * How log files are reached.
 *
 * @param probe reads the state of a file
 * @param longestLine in bytes; a longer line is skipped
 * @param ahead work ahead of those who read large files
 */
public record FileAccess(FileState.Probe probe, int longestLine, AheadThreads ahead) {
  /** The same without threads that work ahead. */
  public FileAccess(FileState.Probe probe, int longestLine) {
    this(probe, longestLine, AheadThreads.NONE);
  }
}

package org.trainingexporter.tail;

/**
 * How log files are reached.
 *
 * @param probe reads the state of a file
 * @param longestLine in bytes; a longer line is skipped
 */
public record FileAccess(FileState.Probe probe, int longestLine) {}

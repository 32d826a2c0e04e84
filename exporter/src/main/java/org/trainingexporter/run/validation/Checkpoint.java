package org.trainingexporter.run.validation;

/**
 * A saved state of the model beside the logs.
 *
 * @param name of its file or directory
 * @param step in its name; NaN where that has none
 * @param epoch in its name; NaN where that has none
 * @param saved when it was last written, seconds since 1970
 * @param bytes its size, of a directory that of all files within
 */
public record Checkpoint(String name, double step, double epoch, double saved, long bytes) {}

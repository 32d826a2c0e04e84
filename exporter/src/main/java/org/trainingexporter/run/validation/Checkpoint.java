package org.trainingexporter.run.validation;

/**
 * A saved state of the model beside the logs.
 *
 * @param name of its file or directory
 * @param step in its name, or unknown
 * @param epoch in its name, or unknown
 * @param saved when it was last written, seconds since 1970
 * @param bytes its size; of a directory the size of all files in it
 */
public record Checkpoint(String name, double step, double epoch, double saved, long bytes) {}

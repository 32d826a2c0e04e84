package org.trainingexporter.run.position;

/**
 * Where the run is.
 *
 * @param step unknown where the run counts epochs alone
 * @param ended whether the log says that the training is over
 * @param failed whether the log says that the training failed
 */
public record PositionSnapshot(double step, double epoch, boolean ended, boolean failed) {}

package org.trainingexporter.run.position;

import org.trainingexporter.event.EarlyEnd;

/**
 * Where the run is.
 *
 * @param step unknown where the run counts epochs alone
 * @param ended whether the log says that the training is over
 * @param earlyEnd how the log says that it is over before its plan; null where it does not
 */
public record PositionSnapshot(double step, double epoch, boolean ended, EarlyEnd earlyEnd) {}

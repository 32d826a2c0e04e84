package org.trainingexporter.trainer.monitor;

/**
 * Mean loss and accuracy of a model over all validation examples, after an epoch.
 *
 * @param accuracy 0 to 1; NaN if the labels are no classes
 */
public record ValidationScores(long step, int epoch, double loss, double accuracy) {}

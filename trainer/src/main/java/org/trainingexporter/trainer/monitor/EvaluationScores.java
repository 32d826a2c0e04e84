package org.trainingexporter.trainer.monitor;

/** A model's mean loss and accuracy over all validation examples, after an epoch. */
public record EvaluationScores(long step, int epoch, double loss, double accuracy) {}

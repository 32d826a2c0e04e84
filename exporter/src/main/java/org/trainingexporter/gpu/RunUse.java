package org.trainingexporter.gpu;

/**
 * What a run uses of cards.
 *
 * @param gpus that work for it now
 * @param joules that they used for it so far; NaN where none of them tells it
 */
public record RunUse(String run, int gpus, double joules) {}

package org.trainingexporter.gpu.join;

/**
 * What a run uses of cards.
 *
 * @param gpus that work for it now
 * @param joules that they used for it so far; NaN where none of them tells it
 */
public record RunGpuUsage(String run, int gpus, double joules) {}

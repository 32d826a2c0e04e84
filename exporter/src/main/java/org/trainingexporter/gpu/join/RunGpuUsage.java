package org.trainingexporter.gpu.join;

/**
 * How many cards a run uses, and how much energy.
 *
 * @param gpus number of cards that work for the run now
 * @param joules energy used for the run so far; NaN if none of its cards reports energy
 */
public record RunGpuUsage(String run, int gpus, double joules) {}

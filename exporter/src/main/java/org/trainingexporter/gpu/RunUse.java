package org.trainingexporter.gpu;

/** Cards that a run uses now, and the energy (joules) that it used so far. */
public record RunUse(String run, int gpus, double joules) {}

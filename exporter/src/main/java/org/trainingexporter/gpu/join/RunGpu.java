package org.trainingexporter.gpu.join;

/** A card that works for a run. */
public record RunGpu(String run, int gpu, String uuid) {}

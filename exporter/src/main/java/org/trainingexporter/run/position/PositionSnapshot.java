package org.trainingexporter.run.position;

/** Where it stands. */
public record PositionSnapshot(double step, double epoch, boolean ended) {}

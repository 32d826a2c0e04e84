package org.trainingexporter.run.signal;

/** How a signal behaves; {@code seen} in the current attempt. */
public record HealthSnapshot(
    String signal,
    boolean seen,
    boolean finite,
    long nonFinite,
    double lastNonFinite,
    long spikes,
    double lastSpike) {}

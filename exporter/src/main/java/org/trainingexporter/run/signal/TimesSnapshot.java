package org.trainingexporter.run.signal;

/** Gaps in seconds; {@code elapsed} as logged, else from the first record to the newest. */
public record TimesSnapshot(
    double first, double newest, double interval, double longestGap, double elapsed, double eta) {}

package org.trainingexporter.run.warning;

/**
 * What a run had of one kind of warning.
 *
 * @param kind the value of the label {@code kind}
 * @param episodes how often it began
 * @param active whether the newest episode lasts
 */
public record WarningSnapshot(String kind, long episodes, boolean active) {}

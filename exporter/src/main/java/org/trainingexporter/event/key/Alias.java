package org.trainingexporter.event.key;

/**
 * One way to write a signal.
 *
 * @param rank its place among the signal's aliases: of two in a run the lower rank is read
 */
public record Alias(String name, Signal signal, int rank, Unit unit) {}

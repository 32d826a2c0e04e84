package org.trainingexporter.run;

/**
 * The names of a run.
 *
 * @param name the value of the label {@code run}
 * @param path of its directory below the watched one
 * @param writer of its logs, as the golden folders are named
 */
public record RunIdentity(String name, String path, String writer) {}

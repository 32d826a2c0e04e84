package org.trainingexporter.run;

/**
 * What it is called.
 *
 * @param path of its directory below the watched one
 * @param writer of its logs, as the golden folders are named
 */
public record RunIdentity(String name, String path, String writer) {}

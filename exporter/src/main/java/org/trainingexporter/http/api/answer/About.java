package org.trainingexporter.http.api.answer;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the page shows about the exporter itself.
 *
 * @param refresh default of how the page refreshes: live, 5, 30 or off
 * @param grafana Grafana's address for browsers, with a slash at its end; empty if there is none
 * @param watched the directories and files that are watched
 * @param files the endings of files that may be logs
 * @param gpu whether GPUs are monitored
 * @param ready whether all logs have been read once
 * @param ignored files that look like logs and are not read; called on any thread
 */
public record About(
    String version,
    String refresh,
    String grafana,
    List<String> watched,
    List<String> files,
    boolean gpu,
    BooleanSupplier ready,
    Supplier<List<IgnoredFile>> ignored) {

  /**
   * A file that looks like a log and is not read.
   *
   * @param reason such as {@code no_position}
   * @param nearest what it has of a log and what it lacks
   */
  public record IgnoredFile(String file, String reason, String nearest) {}
}

package org.trainingexporter.http.api.answer;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What the page shows about the exporter itself.
 *
 * @param refresh default of how the page refreshes: live, 5, 30 or off
 * @param watched the directories and files that are watched
 * @param files the endings of files that may be logs
 * @param gpu whether GPUs are monitored
 * @param ready whether all logs have been read once
 */
public record About(
    String version,
    String refresh,
    List<String> watched,
    List<String> files,
    boolean gpu,
    BooleanSupplier ready) {}

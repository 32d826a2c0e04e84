package org.trainingexporter.http;

import io.prometheus.client.CollectorRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the pages read. Each supplier is asked once a request, from any thread, and must not block.
 *
 * @param notReady why the exporter is not ready yet; empty once it is
 * @param runs the runs to list, in the order to list them
 */
public record Sources(
    CollectorRegistry registry, Supplier<Optional<String>> notReady, Supplier<List<RunRow>> runs) {}

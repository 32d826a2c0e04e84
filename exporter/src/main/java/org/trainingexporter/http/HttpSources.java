package org.trainingexporter.http;

import io.prometheus.client.CollectorRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.http.api.answer.ApiContext;

/**
 * What the pages read. Suppliers are asked from any thread and must not block.
 *
 * @param notReady why the exporter is not ready yet; empty once it is
 * @param api what the page's own answers are made from
 */
public record HttpSources(
    CollectorRegistry registry, Supplier<Optional<String>> notReady, ApiContext api) {}

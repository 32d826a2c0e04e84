package org.trainingexporter.http;

import io.prometheus.client.CollectorRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.http.api.answer.ApiContext;

/**
 * What the server reads. The suppliers are called on any thread and must not block.
 *
 * @param notReady why the exporter is not ready; empty when it is
 * @param api what the API reads
 */
public record HttpSources(
    CollectorRegistry registry, Supplier<Optional<String>> notReady, ApiContext api) {}

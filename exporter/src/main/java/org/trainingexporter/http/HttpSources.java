package org.trainingexporter.http;

import io.prometheus.client.CollectorRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.http.api.answer.ApiContext;

/**
 * What the server reads. The suppliers are called on any thread and must not block.
 *
 * @param notReady why the exporter is not ready; empty when it is
 * @param unhealthy why only a restart helps; empty while none is needed
 * @param unreadable what is watched and cannot be read, each with the reason
 * @param api what the API reads
 * @param reload reads the configuration again and says what is wrong; empty where a page must not
 */
public record HttpSources(
    CollectorRegistry registry,
    Supplier<Optional<String>> notReady,
    Supplier<Optional<String>> unhealthy,
    Supplier<List<String>> unreadable,
    ApiContext api,
    Optional<Supplier<Optional<String>>> reload) {

  /** Of an exporter that is healthy and can read everything, without a page that reloads. */
  public HttpSources(
      CollectorRegistry registry, Supplier<Optional<String>> notReady, ApiContext api) {
    this(registry, notReady, Optional::empty, List::of, api, Optional.empty());
  }
}

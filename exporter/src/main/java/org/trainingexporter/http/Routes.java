package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.http.api.Api;
import org.trainingexporter.http.handler.WorkerHandler;
import org.trainingexporter.http.page.PageHandler;

/** Which path is answered by which handler: a new page is one file and one line here. */
final class Routes {
  private static final int SCRAPES_AT_ONCE = 40;

  /** Of each path for which logs are read again. */
  private static final int READINGS_AT_ONCE = 64;

  private Routes() {}

  /** A path that ends in {@code /*} stands for all that are below it. */
  static Map<String, HttpHandler> of(HttpSources sources) {
    HttpHandler health = new HealthHandler();
    HttpHandler page = new WorkerHandler(new PageHandler());
    Map<String, HttpHandler> routes = new HashMap<>(Api.routes(sources.api()));
    routes.put("/", page);
    routes.put("/assets/*", page);
    routes.put(
        "/metrics",
        new ConcurrencyLimit(
            SCRAPES_AT_ONCE, new WorkerHandler(new MetricsHandler(sources.registry()))));
    for (String path : Api.READS_LOGS) {
      routes.computeIfPresent(
          path, (p, reading) -> new ConcurrencyLimit(READINGS_AT_ONCE, reading));
    }
    routes.put("/health", health);
    routes.put("/-/healthy", health);
    routes.put("/-/ready", new ReadyHandler(sources.notReady()));
    return routes;
  }
}

package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import java.util.Map;

/** Which path is answered by which handler: a new page is one file and one line here. */
final class Routes {
  private static final int SCRAPES_AT_ONCE = 40;

  private Routes() {}

  static Map<String, HttpHandler> of(Sources sources) {
    HttpHandler health = new HealthHandler();
    return Map.of(
        "/", new OnWorker(new LandingHandler(sources.runs())),
        "/metrics",
            new ScrapeLimit(SCRAPES_AT_ONCE, new OnWorker(new MetricsHandler(sources.registry()))),
        "/health", health,
        "/-/healthy", health,
        "/-/ready", new ReadyHandler(sources.notReady()));
  }
}

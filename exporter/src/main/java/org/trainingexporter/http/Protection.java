package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.SetHeaderHandler;
import io.undertow.util.Headers;
import java.util.Map;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.http.security.BasicAuth;
import org.trainingexporter.http.security.RequestRate;

/**
 * What a web config puts around the pages: the rate limit, headers, and passwords. The config can
 * be exchanged while requests run, which keep the old one.
 */
final class Protection implements HttpHandler, AutoCloseable {
  /** The handlers of one config. */
  private record Layers(HttpHandler outermost, Runnable release) {}

  private final HttpHandler pages;
  private volatile Layers layers;

  Protection(HttpHandler pages, WebConfig config) {
    this.pages = pages;
    this.layers = around(pages, config);
  }

  /** For requests from now on. */
  synchronized void use(WebConfig config) {
    Layers before = layers;
    layers = around(pages, config);
    before.release.run();
  }

  private static Layers around(HttpHandler pages, WebConfig config) {
    HttpHandler handler = pages;
    Runnable release = () -> {};
    if (!config.users().isEmpty()) {
      BasicAuth passwords = new BasicAuth(handler, config.users());
      handler = passwords;
      release = passwords::close;
    }
    handler = withHeaders(handler, config.headers());
    if (config.rateLimit().isPresent()) {
      handler = new RequestRate(handler, config.rateLimit().get(), System::nanoTime);
    }
    return new Layers(handler, release);
  }

  /** Sets headers on every response. The configured ones win over our own. */
  private static HttpHandler withHeaders(HttpHandler pages, Map<String, String> configured) {
    HttpHandler handler = pages;
    for (Map.Entry<String, String> header : configured.entrySet()) {
      handler = new SetHeaderHandler(handler, header.getKey(), header.getValue());
    }
    return new SetHeaderHandler(handler, Headers.X_CONTENT_TYPE_OPTIONS_STRING, "nosniff");
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    layers.outermost.handleRequest(exchange);
  }

  @Override
  public void close() {
    layers.release.run();
  }
}

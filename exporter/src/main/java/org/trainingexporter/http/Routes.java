package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.http.api.Api;
import org.trainingexporter.http.handler.WorkerHandler;
import org.trainingexporter.http.page.PageHandler;
import org.trainingexporter.web.reply.Reply;

/** The handler of each path. A new path is one handler and one line here. */
final class Routes {
  private static final int CONCURRENT_SCRAPES = 40;

  /** For each path of the API that reads logs. */
  private static final int CONCURRENT_LOG_READERS = 64;

  private static final String RELOAD = "/-/reload";

  private Routes() {}

  /** Answers 404 for other paths, and 405 for methods that a path does not take. */
  static HttpHandler handler(HttpSources sources) {
    RoutingHandler routing = new RoutingHandler(false);
    of(sources)
        .forEach(
            (path, handler) ->
                routing.add(Methods.GET, path, handler).add(Methods.HEAD, path, handler));
    sources
        .reload()
        .map(ReloadHandler::new)
        .ifPresent(it -> routing.add(Methods.POST, RELOAD, new WorkerHandler(it)));
    return routing.setFallbackHandler(Reply::noPage).setInvalidMethodHandler(Routes::rejectMethod);
  }

  /** A path that ends in {@code /*} stands for all paths below it. */
  private static Map<String, HttpHandler> of(HttpSources sources) {
    HttpHandler health = new HealthHandler(sources.unhealthy());
    HttpHandler page = new WorkerHandler(new PageHandler());
    Map<String, HttpHandler> routes = new HashMap<>(Api.routes(sources.api()));
    routes.put("/", page);
    routes.put(PageHandler.RUNS, page);
    routes.put("/assets/*", page);
    routes.put(
        "/metrics",
        ConcurrencyLimit.onWorker(CONCURRENT_SCRAPES, new MetricsHandler(sources.registry())));
    for (String path : Api.READS_LOGS) {
      routes.computeIfPresent(
          path, (p, reader) -> new ConcurrencyLimit(CONCURRENT_LOG_READERS, reader));
    }
    routes.put("/health", health);
    routes.put("/-/healthy", health);
    routes.put("/-/ready", new ReadyHandler(sources.notReady(), sources.unreadable()));
    return routes;
  }

  private static void rejectMethod(HttpServerExchange exchange) {
    boolean reload = exchange.getRelativePath().equals(RELOAD);
    exchange.getResponseHeaders().put(Headers.ALLOW, reload ? "POST" : "GET, HEAD");
    String problem = reload ? "This page takes POST alone.\n" : "This page can only be read.\n";
    Reply.text(exchange, StatusCodes.METHOD_NOT_ALLOWED, problem);
  }
}

package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.function.Supplier;

/** Lists the runs, with links to the other pages. */
final class LandingHandler implements HttpHandler {
  private static final HttpString POLICY = Headers.CONTENT_SECURITY_POLICY;

  private final LandingPage page = LandingPage.load();
  private final Supplier<List<RunRow>> runs;

  LandingHandler(Supplier<List<RunRow>> runs) {
    this.runs = runs;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    String html = page.render(runs.get());
    if (!exchange.getResponseHeaders().contains(POLICY)) {
      exchange.getResponseHeaders().put(POLICY, page.contentSecurityPolicy());
    }
    Reply.html(exchange, html);
  }
}

package org.trainingexporter.http.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.trainingexporter.http.listen.ReplyMeter;
import org.trainingexporter.web.reply.PageFiles;
import org.trainingexporter.web.reply.PageReply;
import org.trainingexporter.web.reply.PageSources;

/**
 * Serves the page and its parts. The page's content security policy lets it load only its own
 * files, and run only those and the script and styles that stand in it. A configured policy applies
 * in addition, and alone decides who may frame the page if it says so.
 */
public final class PageHandler implements HttpHandler {
  private static final HttpString POLICY = Headers.CONTENT_SECURITY_POLICY;
  private static final String OWN_FILES_ONLY =
      "default-src 'none'; script-src %s; style-src %s; img-src 'self' data: blob:;"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
  private static final String FRAMES = "frame-ancestors";

  /** The path of the page of all runs. */
  public static final String RUNS = "/runs";

  private static final String ASSETS = "/assets/";
  private static final String FOLDER = "/org/trainingexporter/page/";

  private volatile PageReply reply;

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    ReplyMeter.of(exchange).measureBySender(); // all readers share the bytes
    String path = exchange.getRelativePath();
    if (path.equals("/")) {
      page(exchange, "index.html");
    } else if (path.equals(RUNS)) {
      page(exchange, "runs.html");
    } else {
      reply().part(exchange, path.substring(ASSETS.length()));
    }
  }

  private void page(HttpServerExchange exchange, String name) throws IOException {
    PageSources sources = reply().sources(name);
    protect(
        exchange.getResponseHeaders(),
        OWN_FILES_ONLY.formatted(sources.scripts(), sources.styles()));
    reply().page(exchange, name);
  }

  /** Made at the first request, since most exporters are only scraped. */
  private PageReply reply() throws IOException {
    PageReply made = reply;
    if (made == null) {
      made =
          new PageReply(
              new PageFiles(
                  PageHandler.class,
                  List.of(PageFiles.SHARED, FOLDER),
                  Map.of(UPlot.FILE, UPlot.resource())));
      reply = made;
    }
    return made;
  }

  private static void protect(HeaderMap headers, String policy) {
    String configured = headers.getFirst(POLICY);
    if (configured == null || !configured.contains(FRAMES)) {
      headers.add(POLICY, policy + "; " + FRAMES + " 'self'");
    } else {
      headers.add(POLICY, policy);
    }
    headers.put(Headers.REFERRER_POLICY, "same-origin");
  }
}

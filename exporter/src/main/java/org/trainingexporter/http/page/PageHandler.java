package org.trainingexporter.http.page;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.trainingexporter.http.encoding.AcceptEncoding;
import org.trainingexporter.http.handler.Reply;

/**
 * Serves the page and its parts. It may load nothing but its own files and run nothing that stands
 * in a text; a policy that is configured holds besides, and decides alone who may frame the page
 * where it says so.
 */
public final class PageHandler implements HttpHandler {
  private static final HttpString POLICY = Headers.CONTENT_SECURITY_POLICY;
  private static final String OWN_FILES_ONLY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
  private static final String FRAMES = "frame-ancestors";
  private static final String ASSETS = "/assets/";

  private volatile PageFiles files;

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    PageFiles all = files();
    String path = exchange.getRelativePath();
    if (path.equals("/")) {
      protect(exchange.getResponseHeaders());
      send(exchange, all.index(), all.version(), "no-cache");
      return;
    }
    String name = path.substring(ASSETS.length());
    boolean versioned = name.matches("v[0-9a-z-]+/.*");
    boolean current = name.startsWith(all.version() + "/");
    Optional<PageFile> file = all.file(versioned ? name.substring(name.indexOf('/') + 1) : name);
    if (file.isEmpty() || name.endsWith(".html")) {
      Reply.text(exchange, StatusCodes.NOT_FOUND, "There is no such page.\n");
      return;
    }
    String caching = current ? "public, max-age=31536000, immutable" : "no-cache";
    send(exchange, file.get(), all.version(), caching);
  }

  /** Read when first asked for: most exporters are only scraped. */
  private PageFiles files() throws IOException {
    PageFiles known = files;
    if (known == null) {
      known = new PageFiles();
      files = known;
    }
    return known;
  }

  private static void protect(HeaderMap headers) {
    String configured = headers.getFirst(POLICY);
    if (configured == null || !configured.contains(FRAMES)) {
      headers.add(POLICY, OWN_FILES_ONLY + "; " + FRAMES + " 'self'");
    } else {
      headers.add(POLICY, OWN_FILES_ONLY);
    }
    headers.put(Headers.REFERRER_POLICY, "same-origin");
  }

  private static void send(
      HttpServerExchange exchange, PageFile file, String version, String caching)
      throws IOException {
    HeaderMap headers = exchange.getResponseHeaders();
    ETag tag = new ETag(true, version);
    headers.put(Headers.ETAG, tag.toString());
    headers.put(Headers.CACHE_CONTROL, caching);
    headers.put(Headers.VARY, "Accept-Encoding");
    if (!ETagUtils.handleIfNoneMatch(exchange, tag, true)) {
      exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
      return;
    }
    headers.put(Headers.CONTENT_TYPE, file.type());
    String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
    boolean gzip = accepted != null && AcceptEncoding.allowsGzip(accepted);
    if (gzip) {
      headers.put(Headers.CONTENT_ENCODING, "gzip");
    }
    byte[] body = gzip ? file.compressed() : file.plain();
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }
}

package org.trainingexporter.web.reply;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Sends a page and its parts, compressed where the client takes gzip, or 304 where the browser has
 * them. Browsers keep a part for ever if the current version stands in its address; they ask again
 * for anything else. Safe for many threads.
 */
public final class PageReply {
  private static final String INDEX = "index.html";
  private static final String KEEP = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private final PageFiles files;

  public PageReply(PageFiles files) {
    this.files = files;
  }

  /** Sends {@code index.html}. */
  public void page(HttpServerExchange exchange) throws IOException {
    page(exchange, INDEX);
  }

  /** Sends another page, such as {@code runs.html}. */
  public void page(HttpServerExchange exchange, String name) throws IOException {
    send(exchange, known(name), ASK_AGAIN);
  }

  /** What the content security policy of a page is to allow. */
  public PageSources sources(String name) throws IOException {
    return known(name).sources();
  }

  private PageFile known(String name) throws IOException {
    return files.file(name).orElseThrow(() -> new IOException(name + " is missing in the program"));
  }

  /**
   * Sends a part of the page, or 404.
   *
   * @param name such as {@code js/main.js}, with or without a version before it
   */
  public void part(HttpServerExchange exchange, String name) throws IOException {
    boolean versioned = name.matches("v[0-9a-z-]+/.*");
    boolean current = name.startsWith(files.version() + "/");
    Optional<PageFile> file = files.file(versioned ? name.substring(name.indexOf('/') + 1) : name);
    if (file.isEmpty() || name.endsWith(".html")) {
      Reply.noPage(exchange);
      return;
    }
    send(exchange, file.get(), current ? KEEP : ASK_AGAIN);
  }

  private void send(HttpServerExchange exchange, PageFile file, String caching) throws IOException {
    HeaderMap headers = exchange.getResponseHeaders();
    ETag tag = new ETag(true, files.version());
    headers.put(Headers.ETAG, tag.toString());
    headers.put(Headers.CACHE_CONTROL, caching);
    headers.put(Headers.VARY, Headers.ACCEPT_ENCODING_STRING);
    if (!ETagUtils.handleIfNoneMatch(exchange, tag, true)) {
      exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
      return;
    }
    headers.put(Headers.CONTENT_TYPE, file.type());
    boolean gzip = AcceptEncoding.allowsGzip(exchange.getRequestHeaders());
    if (gzip) {
      headers.put(Headers.CONTENT_ENCODING, "gzip");
    }
    byte[] body = gzip ? file.compressed() : file.plain();
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }
}

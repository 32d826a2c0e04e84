package org.trainingexporter.http;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.undertow.io.UndertowOutputStream;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Set;
import org.trainingexporter.http.encoding.AcceptEncoding;
import org.trainingexporter.http.encoding.GzipStream;
import org.trainingexporter.http.encoding.Utf8Writer;

/**
 * Writes the registry as Prometheus text or OpenMetrics, streamed: collectors are asked one after
 * the other while the answer leaves in small pieces, so its size costs no memory.
 */
final class MetricsHandler implements HttpHandler {
  private final CollectorRegistry registry;

  MetricsHandler(CollectorRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    String type = TextFormat.chooseContentType(header(exchange, Headers.ACCEPT_STRING));
    boolean gzip = AcceptEncoding.allowsGzip(header(exchange, Headers.ACCEPT_ENCODING_STRING));
    HeaderMap answer = exchange.getResponseHeaders();
    answer.put(Headers.CONTENT_TYPE, type);
    answer.put(Headers.VARY, "Accept, Accept-Encoding");
    if (gzip) {
      answer.put(Headers.CONTENT_ENCODING, "gzip");
    }
    exchange.startBlocking();
    UndertowOutputStream plain = (UndertowOutputStream) exchange.getOutputStream();
    try {
      write(type, gzip ? new GzipStream(plain) : plain, names(exchange));
    } catch (RuntimeException failure) {
      if (!exchange.isResponseStarted()) {
        plain.resetBuffer();
      }
      throw failure;
    }
  }

  // Not closed on failure: closing would end the answer as if it were whole.
  private void write(String type, OutputStream out, Set<String> names) throws IOException {
    Enumeration<MetricFamilySamples> families = registry.filteredMetricFamilySamples(names);
    Utf8Writer writer = new Utf8Writer(out);
    TextFormat.writeFormat(type, writer, families);
    writer.close();
  }

  private static Set<String> names(HttpServerExchange exchange) {
    Collection<String> names = exchange.getQueryParameters().get("name[]");
    return names == null ? Set.of() : Set.copyOf(names);
  }

  private static String header(HttpServerExchange exchange, String name) {
    Collection<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? "" : String.join(",", values);
  }
}

package org.trainingexporter.http;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Set;
import org.trainingexporter.http.encoding.GzipStream;
import org.trainingexporter.http.encoding.MetricsFormat;
import org.trainingexporter.http.encoding.Utf8Writer;
import org.trainingexporter.http.reply.ReplyStream;
import org.trainingexporter.web.reply.AcceptEncoding;

/**
 * Writes the registry as Prometheus text or OpenMetrics. The reply is streamed: collectors run one
 * after the other while it is sent, so that a large scrape needs little memory. Must run on a
 * worker.
 */
final class MetricsHandler implements HttpHandler {
  private final CollectorRegistry registry;

  MetricsHandler(CollectorRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    String type = MetricsFormat.contentType(accepted(exchange.getRequestHeaders()));
    boolean gzip = AcceptEncoding.allowsGzip(exchange.getRequestHeaders());
    HeaderMap answer = exchange.getResponseHeaders();
    answer.put(Headers.CONTENT_TYPE, type);
    answer.put(Headers.VARY, "Accept, Accept-Encoding");
    if (gzip) {
      answer.put(Headers.CONTENT_ENCODING, "gzip");
    }
    ReplyStream plain = new ReplyStream(exchange);
    try {
      write(type, gzip ? new GzipStream(plain) : plain, names(exchange));
    } catch (RuntimeException failure) {
      if (!exchange.isResponseStarted()) {
        plain.reset();
      }
      throw failure;
    }
  }

  // Not closed on failure: that would end the reply as if it were complete.
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

  private static String accepted(HeaderMap request) {
    return request.contains(Headers.ACCEPT) ? String.join(",", request.get(Headers.ACCEPT)) : "";
  }
}

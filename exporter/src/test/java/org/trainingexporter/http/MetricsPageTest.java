package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import io.prometheus.client.Gauge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MetricsPageTest {
  private static final String TEXT =
      "# HELP loss The loss.\n# TYPE loss gauge\nloss{run=\"a\",} 2.5\n";

  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answers_in_text_when_nothing_is_asked_for() throws Exception {
    HttpResponse<String> answer = server.get("/metrics");

    assertEquals(200, answer.statusCode());
    assertEquals("text/plain; version=0.0.4; charset=utf-8", header(answer, "Content-Type"));
    assertEquals("Accept, Accept-Encoding", header(answer, "Vary"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals(TEXT, answer.body());
  }

  @Test
  void answers_in_openmetrics_when_accepted() throws Exception {
    String prometheus =
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4";
    HttpResponse<String> answer = server.get("/metrics", "Accept", prometheus);

    assertEquals(
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        header(answer, "Content-Type"));
    assertEquals(
        "# TYPE loss gauge\n# HELP loss The loss.\nloss{run=\"a\"} 2.5\n# EOF\n", answer.body());
  }

  @Test
  void compresses_when_accepted() throws Exception {
    HttpResponse<byte[]> answer =
        server
            .client()
            .send(
                server.request("/metrics").header("Accept-Encoding", "deflate, gzip;q=0.8").build(),
                BodyHandlers.ofByteArray());

    assertEquals("gzip", header(answer, "Content-Encoding"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertEquals(TEXT, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void does_not_compress_when_forbidden() throws Exception {
    HttpResponse<String> answer = server.get("/metrics", "Accept-Encoding", "gzip;q=0, identity");

    assertFalse(answer.headers().map().containsKey("content-encoding"));
    assertEquals(TEXT, answer.body());
  }

  @Test
  void gives_only_the_names_asked_for() throws Exception {
    Gauge.build("epoch", "The epoch.").register(server.registry);
    Gauge.build("step", "The step.").register(server.registry);

    String body = server.get("/metrics?name%5B%5D=epoch&name[]=loss").body();

    assertTrue(body.contains("\nloss{"), body);
    assertTrue(body.contains("\nepoch 0.0"), body);
    assertFalse(body.contains("step"), body);
  }

  @Test
  void head_is_answered_like_get_without_the_body() throws Exception {
    HttpResponse<String> answer = server.send("HEAD", "/metrics");

    assertEquals(200, answer.statusCode());
    assertEquals("text/plain; version=0.0.4; charset=utf-8", header(answer, "Content-Type"));
    assertEquals("", answer.body());
  }

  @Test
  void sends_an_answer_far_larger_than_its_buffers_whole() throws Exception {
    Gauge many = Gauge.build("many", "Many.").labelNames("of").register(server.registry);
    for (int i = 0; i < 5000; i++) {
      many.labels("läyer \"" + i + "\" 🚀").set(i);
    }

    List<String> lines = server.get("/metrics?name[]=many").body().lines().toList();

    assertEquals(5002, lines.size());
    assertTrue(lines.contains("many{of=\"läyer \\\"4999\\\" 🚀\",} 4999.0"));
  }

  @Test
  void failing_collector_is_a500_that_tells_nothing_of_the_inside() throws Exception {
    register(
        () -> {
          throw new IllegalStateException("secret");
        });

    HttpResponse<String> answer = server.get("/metrics", "Accept-Encoding", "gzip");

    assertEquals(500, answer.statusCode());
    assertEquals("This page could not be made; the exporter's log says why.\n", answer.body());
    assertFalse(answer.headers().map().containsKey("content-encoding"));
  }

  @Test
  void answer_that_breaks_halfway_is_not_mistaken_for_a_whole_one() {
    register(MetricsPageTest::breakingHalfway);

    assertThrows(IOException.class, () -> server.get("/metrics"));
  }

  private static List<Collector.MetricFamilySamples> breakingHalfway() {
    List<Collector.MetricFamilySamples.Sample> samples = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      samples.add(new Collector.MetricFamilySamples.Sample("x", List.of(), List.of(), i));
    }
    samples.add(new Collector.MetricFamilySamples.Sample("x", List.of("label"), List.of(), 0));
    return List.of(new Collector.MetricFamilySamples("x", Collector.Type.UNKNOWN, "X.", samples));
  }

  private void register(Supplier<List<Collector.MetricFamilySamples>> source) {
    server.registry.register(
        new Collector() {
          @Override
          public List<MetricFamilySamples> collect() {
            return source.get();
          }
        });
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("(none)");
  }
}

package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/-/healthy"})
  void processThatAnswersIsHealthy(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);

    assertEquals(200, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("{\"status\":\"healthy\"}\n", answer.body());
  }

  @Test
  void isReadyOnceTheSupplierSaysSo() throws Exception {
    server.notReady = Optional.of("reading \"llm\"");
    HttpResponse<String> before = server.get("/-/ready");
    server.notReady = Optional.empty();
    HttpResponse<String> after = server.get("/-/ready");

    assertEquals(503, before.statusCode());
    assertEquals("{\"status\":\"not ready\",\"reason\":\"reading \\\"llm\\\"\"}\n", before.body());
    assertEquals(200, after.statusCode());
    assertEquals("{\"status\":\"ready\"}\n", after.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/metrics/", "//", "/../metrics", "/-/reload"})
  void unknownPathIsNotFound(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);

    assertEquals(404, answer.statusCode());
    assertEquals("There is no such page.\n", answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "FROBNICATE"})
  void pagesCanOnlyBeRead(String method) throws Exception {
    for (String path : List.of("/", "/metrics", "/health", "/-/ready")) {
      HttpResponse<String> answer = server.send(method, path);

      assertEquals(405, answer.statusCode(), path);
      assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow(), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/-/ready"})
  void headHasTheLengthOfGetAndNoBody(String path) throws Exception {
    HttpResponse<String> head = server.send("HEAD", path);

    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(
        server.get(path).headers().firstValue("Content-Length"),
        head.headers().firstValue("Content-Length"));
  }

  @Test
  void landingPageListsRuns() throws Exception {
    server.runs =
        List.of(
            new RunRow("llm/moe", "training", 1234, 11790, 1.93456, 1763800274.3),
            new RunRow("new", "warmup", Double.NaN, Double.NaN, Double.NaN, Double.NaN));

    String page = server.get("/").body();

    assertTrue(page.contains("<th scope=\"row\">llm/moe</th>"), page);
    assertTrue(page.contains(">training<"), page);
    assertTrue(page.contains(">1,234 / 11,790<"), page);
    assertTrue(page.contains(">1.9346<"), page);
    assertTrue(page.contains(">2025-11-22 08:31:14 UTC<"), page);
    assertTrue(page.contains("<td data-label=\"Loss\">–</td>"), page);
    for (String link : List.of("metrics", "health", "-/ready")) {
      assertTrue(page.contains("<a href=\"" + link + "\">"), link);
    }
  }

  @Test
  void nothingOutOfALogIsMarkup() throws Exception {
    String name = "<script>alert('1')</script>\n\"&amp;\u0000";
    server.runs = List.of(new RunRow(name, "<b>", 1, 2, 3, 4));

    String page = server.get("/").body();

    assertTrue(
        page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;�&quot;&amp;amp;�"), page);
    assertTrue(page.contains("&lt;b&gt;"), page);
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void landingPageMayLoadNothingButItsOwnStyle() throws Exception {
    String policy = server.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

    assertTrue(policy.matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='"), policy);
  }
}

package org.trainingexporter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void process_that_answers_is_healthy(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);

    assertEquals(200, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("{\"status\":\"healthy\"}\n", answer.body());
  }

  @Test
  void is_ready_once_the_supplier_says_so() throws Exception {
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
  @ValueSource(strings = {"/health", "/-/healthy"})
  void is_unhealthy_where_only_a_restart_helps(String path) throws Exception {
    server.unhealthy = Optional.of("16 reads hang");
    HttpResponse<String> answer = server.get(path);

    assertEquals(503, answer.statusCode());
    assertEquals("{\"status\":\"unhealthy\",\"reason\":\"16 reads hang\"}\n", answer.body());
  }

  @Test
  void ready_or_not_it_names_what_cannot_be_read() throws Exception {
    server.unreadable = List.of("/a: it is not there", "/b/\"c\": a read of it hangs");
    String after = server.get("/-/ready").body();
    server.notReady = Optional.of("reading");
    String before = server.get("/-/ready").body();

    String names =
        ",\"unreadable\":[\"/a: it is not there\",\"/b/\\\"c\\\": a read of it hangs\"]}\n";
    assertEquals("{\"status\":\"ready\"" + names, after);
    assertEquals("{\"status\":\"not ready\",\"reason\":\"reading\"" + names, before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/metrics/", "//", "/../metrics", "/-/reload"})
  void unknown_path_is_not_found(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);

    assertEquals(404, answer.statusCode());
    assertEquals("There is no such page.\n", answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "FROBNICATE"})
  void pages_can_only_be_read(String method) throws Exception {
    for (String path : List.of("/", "/metrics", "/health", "/-/ready", "/api/runs", "/assets/a")) {
      HttpResponse<String> answer = server.send(method, path);

      assertEquals(405, answer.statusCode(), path);
      assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow(), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/-/ready"})
  void head_has_the_length_of_get_and_no_body(String path) throws Exception {
    HttpResponse<String> head = server.send("HEAD", path);

    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(
        server.get(path).headers().firstValue("Content-Length"),
        head.headers().firstValue("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({"/, script style", "/runs, script"})
  void a_page_may_use_its_own_files_and_what_stands_in_it_and_nothing_else(
      String path, String inThePage) throws Exception {
    HttpResponse<String> page = server.get(path);

    assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
    assertEquals("no-cache", header(page, "Cache-Control"));
    assertEquals("nosniff", header(page, "X-Content-Type-Options"));
    assertEquals("same-origin", header(page, "Referrer-Policy"));
    String policy = header(page, "Content-Security-Policy");
    StringBuilder start = new StringBuilder("default-src 'none'");
    for (String element : List.of("script", "style")) {
      start.append("; ").append(element).append("-src 'self'");
      if (inThePage.contains(element)) {
        start.append(' ').append(checksum(page.body(), element));
      }
    }
    assertTrue(policy.startsWith(start + "; img-src "), policy);
    assertTrue(policy.endsWith("; frame-ancestors 'self'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  /** What a policy says of the only element of this name, which has no attributes. */
  private static String checksum(String page, String element) throws Exception {
    String text = page.split("</?" + element + ">", -1)[1];
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void the_page_that_a_browser_has_is_not_sent_again() throws Exception {
    String tag = header(server.get("/"), "ETag");

    HttpResponse<String> again = server.get("/", "If-None-Match", tag);

    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/nothing.js",
        "/assets/index.html",
        "/assets/v1/index.html",
        "/assets/../http/Router.class",
        "/assets/%2e%2e/http/Router.class",
        "/assets/v1/..%2f..%2fMain.class"
      })
  void only_parts_of_the_page_are_assets(String path) throws Exception {
    assertEquals(404, server.get(path).statusCode());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("(none)");
  }
}

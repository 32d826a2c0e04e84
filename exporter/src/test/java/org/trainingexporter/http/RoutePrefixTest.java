package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutePrefixTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics", "/health", "/-/healthy", "/-/ready", "/api/runs"})
  void everything_is_below_the_prefix_and_nothing_beside_it(String path) throws Exception {
    try (TestServer server = new TestServer("/a/training")) {
      assertEquals(200, server.get("/a/training" + path).statusCode());
      assertEquals(path.equals("/") ? 302 : 404, server.get(path).statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource({"/,a/training/", "/a/training,training/"})
  void the_root_leads_there_by_a_relative_address(String path, String to) throws Exception {
    try (TestServer server = new TestServer("/a/training")) {
      HttpResponse<String> answer = server.get(path);

      assertEquals(302, answer.statusCode());
      assertEquals(to, answer.headers().firstValue("Location").orElseThrow());
    }
  }

  @Test
  void a_path_that_only_begins_alike_is_not_below_it() throws Exception {
    try (TestServer server = new TestServer("/a")) {
      assertEquals(404, server.get("/ab/metrics").statusCode());
    }
  }
}

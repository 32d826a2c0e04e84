package org.trainingexporter.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every path of the API. */
final class ApiRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
  private static final String MARKUP = "<img src=x onerror=alert(1)>\\ud800";

  @TempDir private Path temp;
  private WatchedCopy copy;
  private ApiAnswers api;

  @BeforeEach
  void start() throws Exception {
    copy = new WatchedCopy(temp.resolve("logs"), NOW);
    append("b/train.jsonl", "{\"step\":1,\"loss\":2,\"k <i>\":1,\"timestamp\":1768046000}\n");
    append("a/train.jsonl", "{\"step\":1,\"loss\":2,\"timestamp\":1768046100}\n");
    append("a/checkpoint-1/<b>.bin", "x");
    append(
        "a/errors.jsonl",
        "{\"step\":1,\"error_type\":\"%s\",\"error_message\":\"%s\",\"traceback\":\"%s\"}\n"
            .formatted(MARKUP, MARKUP, MARKUP));
    copy.read();
    api = new ApiAnswers(copy.model(NOW));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void append(String file, String text) throws Exception {
    copy.append(Path.of(file), text.getBytes(UTF_8), NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stats",
        "plots",
        "checkpoints",
        "events",
        "errors",
        "experts",
        "layers",
        "layers/history",
        "gpu"
      })
  void without_a_name_the_run_updated_last_answers_and_an_unknown_one_is_not_found(String path)
      throws Exception {
    assertTrue(api.text("api/" + path).contains("\"run\":\"a\""));
    assertTrue(api.text("api/" + path + "?run=b").contains("\"run\":\"b\""));

    HttpResponse<byte[]> unknown = api.ask("api/" + path + "?run=x%22%3Cb%3E");
    assertEquals(404, unknown.statusCode());
    assertEquals(
        "{\"error\":\"no run is called \\\"x\\\"<b>\\\"\",\"runs\":[\"a\",\"b\"]}\n",
        new String(unknown.body(), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runs",
        "stats",
        "plots",
        "checkpoints",
        "events",
        "errors",
        "experts",
        "layers",
        "layers/history"
      })
  void what_a_client_has_already_is_not_sent_again_until_it_changes(String path) throws Exception {
    HttpResponse<byte[]> first = api.ask("api/" + path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
    HttpResponse<byte[]> again = api.ask("api/" + path, "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);

    append("a/train.jsonl", "{\"step\":2,\"loss\":1,\"eval_loss\":1,\"timestamp\":1768046200}\n");
    append("a/layers.jsonl", "{\"step\":2,\"layers\":{\"l\":{\"weight\":{\"norm\":1}}}}\n");
    append("a/experts.jsonl", "{\"step\":2,\"load\":[0.5,0.5]}\n");
    append("a/errors.jsonl", "{\"step\":2,\"error_type\":\"E\"}\n");
    append("a/checkpoint-2/w.bin", "x");
    copy.pass(Duration.ofSeconds(20));
    copy.read();
    assertEquals(200, api.ask("api/" + path, "If-None-Match", tag).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "stats", "plots"})
  void an_answer_is_compressed_where_the_client_wants_it(String path) throws Exception {
    HttpResponse<byte[]> zipped = api.ask("api/" + path, "Accept-Encoding", "gzip");
    byte[] plain = api.ask("api/" + path).body();

    boolean small = plain.length <= 1024 && !path.equals("plots");
    assertEquals(small ? "" : "gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
    if (!small) {
      var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()));
      assertEquals(new String(plain, UTF_8), new String(in.readAllBytes(), UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "points=x,'points: expected a whole number from 1 to 2000, got \"x\"'",
    "points=0,'points: expected a whole number from 1 to 2000, got \"0\"'",
    "points=2001,'points: expected a whole number from 1 to 2000, got \"2001\"'",
    "from=a,'from: expected a number, got \"a\"'",
    "to=NaN,'to: expected a number, got \"NaN\"'",
    "signal=los,'signal: expected a signal such as loss or value:KEY, got \"los\"'",
  })
  void a_bad_parameter_is_named(String parameter, String message) throws Exception {
    HttpResponse<byte[]> answer = api.ask("api/plots?" + parameter);

    assertEquals(400, answer.statusCode());
    assertEquals(message, new ObjectMapper().readTree(answer.body()).path("error").asText());
  }

  @Test
  void signals_may_be_repeated_or_joined_by_commas() throws Exception {
    JsonNode plots =
        new ObjectMapper()
            .readTree(api.text("api/plots?run=b&signal=loss,epoch&signal=value:k%20%3Ci%3E"));

    assertEquals(List.of("loss", "value:k <i>"), plots.path("series").findValuesAsText("signal"));
  }

  @Test
  void text_out_of_a_log_is_only_text_and_always_valid() throws Exception {
    JsonNode error =
        new ObjectMapper().readTree(api.ask("api/errors?run=a").body()).path("errors").path(0);

    for (String key : List.of("type", "message", "traceback")) {
      assertEquals("<img src=x onerror=alert(1)>?", error.path(key).asText(), key);
    }
    HttpResponse<byte[]> answer = api.ask("api/errors?run=a");
    assertEquals(
        "application/json; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
  }

  @Test
  void nothing_watched_says_that_there_is_no_run_yet() throws Exception {
    WatchedCopy empty = new WatchedCopy(temp.resolve("empty"), NOW);
    try (ApiAnswers nothing = new ApiAnswers(empty.model(NOW))) {
      assertEquals(404, nothing.ask("api/stats").statusCode());
      assertEquals("{\"error\":\"no run yet\",\"runs\":[]}", nothing.text("api/stats"));
      assertFalse(nothing.text("api/runs").contains("\"run\":"));
    }
  }
}

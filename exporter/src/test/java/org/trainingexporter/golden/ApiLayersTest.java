package org.trainingexporter.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.testing.Lines;

/** What the API answers of odd layers. */
final class ApiLayersTest {
  private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
  private static final String HISTOGRAM =
      "{\"histogram\":{\"lower\":-1,\"upper\":1,\"counts\":" + Lines.counts(50, 2) + "}}";

  @TempDir private Path temp;
  private WatchedCopy copy;
  private ApiAnswers api;

  @BeforeEach
  void start() throws Exception {
    copy = new WatchedCopy(temp.resolve("logs"), NOW);
    append(Lines.train(1));
    copy.read();
    api = new ApiAnswers(copy.model(NOW));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void append(String text) throws Exception {
    copy.append(Path.of("a/train.jsonl"), text.getBytes(UTF_8), NOW);
  }

  private void log(String record) throws Exception {
    append(record + "\n");
    copy.pass(Duration.ofSeconds(20));
    copy.read();
  }

  private JsonNode ask(String path) throws Exception {
    return new ObjectMapper().readTree(api.text(path));
  }

  @Test
  void a_run_without_layers_has_none_and_says_so() throws Exception {
    assertFalse(ask("api/stats").path("layers").booleanValue());
    assertEquals(
        "{\"run\":\"a\",\"model\":{\"name\":\"\",\"nodes\":[],\"edges\":[]},\"layers\":[],\"dropped\":0}",
        api.text("api/layers"));
    assertEquals(0, ask("api/layers/history").at("/curves/layers").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b/c", "\\\"q\\\"", "<b>&amp;</b>", "…é漢", "\\u0001\\n", " ", "%2F"})
  void any_text_names_a_layer(String name) throws Exception {
    log("{\"step\":2,\"layers\":{\"%s\":{\"weight\":%s}}}".formatted(name, HISTOGRAM));
    String read = new ObjectMapper().readTree("\"" + name + "\"").textValue();

    assertTrue(ask("api/stats").path("layers").booleanValue());
    assertEquals(read, ask("api/layers").at("/layers/0/layer").textValue());
    String asked = java.net.URLEncoder.encode(read, UTF_8);
    JsonNode history = ask("api/layers/history?layer=" + asked).path("histograms");
    assertEquals(read, history.path("layer").textValue());
    assertEquals(1, history.path("frames").size());
    assertEquals(100, sum(history.at("/frames/0/counts")), 1e-9);
  }

  private static double sum(JsonNode numbers) {
    double sum = 0;
    for (JsonNode one : numbers) {
      sum += one.doubleValue();
    }
    return sum;
  }

  @Test
  void of_ten_thousand_layers_thirty_have_histograms_and_curves() throws Exception {
    log(
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\"l%d\":{\"weight\":%s}".formatted(i, HISTOGRAM))
            .collect(Collectors.joining(",", "{\"step\":2,\"layers\":{", "}}")));

    JsonNode layers = ask("api/layers").path("layers");
    assertEquals(1_000, layers.size());
    List<String> withHistograms =
        IntStream.range(0, 1_000)
            .filter(i -> layers.get(i).at("/weight/histogram").isObject())
            .mapToObj(i -> layers.get(i).path("layer").textValue())
            .toList();
    assertEquals(30, withHistograms.size());
    assertEquals("l0", withHistograms.get(0));
    assertEquals("l999", withHistograms.get(29));
    JsonNode history = ask("api/layers/history?layer=l500");
    assertEquals(30, history.at("/curves/layers").size());
    assertEquals(1, history.at("/histograms/frames").size(), "any other when asked for");
  }

  @Test
  void of_many_layers_those_that_learn_and_those_that_may_die_are_both_followed() throws Exception {
    log(
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? "\"linear%d\":{\"gradient\":{\"norm\":1}}".formatted(i)
                        : "\"relu%d\":{\"activation\":{\"zero_units\":0}}".formatted(i))
            .collect(Collectors.joining(",", "{\"step\":2,\"layers\":{", "}}")));

    JsonNode curves = ask("api/layers/history").path("curves");
    assertEquals(60, curves.path("layers").size());
    assertEquals("linear0", curves.at("/layers/0").textValue());
    assertEquals("relu1", curves.at("/layers/1").textValue());
    assertEquals("relu199", curves.at("/layers/59").textValue());
    assertEquals(30, known(curves.path("gradient_norm")));
    assertEquals(30, known(curves.path("zero_units")));
  }

  private static long known(JsonNode lines) {
    return IntStream.range(0, lines.size()).filter(i -> !lines.get(i).get(0).isNull()).count();
  }

  @Test
  void a_model_may_come_after_its_layers() throws Exception {
    log("{\"step\":2,\"layers\":{\"b\":{\"weight\":{\"norm\":3}}}}");
    log(
        "{\"model\":{\"name\":\"m\",\"layers\":[{\"name\":\"b\",\"kind\":\"Linear\",\"shape\":[4,2],"
            + "\"parameters\":8,\"inputs\":[\"x\"]}]}}");

    JsonNode layers = ask("api/layers");
    JsonNode layer = layers.at("/layers/0");
    assertEquals("m", layers.at("/model/name").textValue());
    assertEquals(2, layers.at("/model/nodes").size());
    assertEquals("x", layers.at("/model/edges/0/source").textValue());
    assertEquals("Linear", layer.path("kind").textValue());
    assertEquals("x", layer.at("/inputs/0").textValue());
    assertEquals(8, layer.path("parameters").intValue());
    assertEquals(3, layer.at("/weight/norm").intValue());
    assertEquals(2, layer.at("/weight/step").intValue());
    assertTrue(layer.path("gradient").isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "layer=x,'layer: expected a layer of the run, got \"x\"'",
    "tensor=bias,'tensor: expected weight, gradient or activation, got \"bias\"'",
  })
  void a_bad_parameter_is_named(String parameter, String message) throws Exception {
    HttpResponse<byte[]> answer = api.ask("api/layers/history?" + parameter);

    assertEquals(400, answer.statusCode());
    assertEquals(message, new ObjectMapper().readTree(answer.body()).path("error").asText());
  }
}

package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.run.layer.LayersSnapshot;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Odd layer records: each value that cannot be meant costs itself alone. */
final class BadLayersTest {
  private static final String FIFTY = Lines.counts(50, 2);

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    logs = new WatchedDirectory(root);
    logs.write("train.jsonl", Lines.train(1));
    logs.pollLater();
  }

  private Map<String, LayersSnapshot.LayerSnapshot> read(String line) throws IOException {
    logs.append("train.jsonl", line + "\n" + Lines.train(9, 1.5));
    logs.poll();
    assertEquals(9, logs.step(), "the rest is read");
    return logs.run().layers().layers().stream()
        .collect(Collectors.toMap(LayersSnapshot.LayerSnapshot::name, Function.identity()));
  }

  private long rejections() throws IOException {
    return logs.run().counts().rejections().values().stream().mapToLong(n -> n).sum();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'lower':-1,'upper':1,'counts':[1,2,3]}               | WRONG_SHAPE",
        "{'lower':-1,'upper':1,'counts':FIFTYONE}              | WRONG_SHAPE",
        "{'lower':-1,'upper':1}                                | WRONG_SHAPE",
        "{'lower':-1,'upper':1,'counts':{'0':1}}               | WRONG_SHAPE",
        "{'lower':-1,'upper':1,'counts':NEGATIVE}              | OUT_OF_RANGE",
        "{'lower':-1,'upper':1,'counts':[[1]]}                 | OUT_OF_RANGE",
        "{'lower':1,'upper':-1,'counts':FIFTY}                 | OUT_OF_RANGE",
        "{'lower':1,'upper':1,'counts':FIFTY}                  | OUT_OF_RANGE",
        "{'lower':NaN,'upper':1,'counts':FIFTY}                | OUT_OF_RANGE",
        "{'lower':-1,'upper':Infinity,'counts':FIFTY}          | OUT_OF_RANGE",
        "{'lower':-1e308,'upper':1e308,'counts':FIFTY}         | OUT_OF_RANGE",
        "{'lower':1,'upper':1.0000000000000002,'counts':FIFTY} | OUT_OF_RANGE",
        "{'upper':1,'counts':FIFTY}                            | OUT_OF_RANGE",
        "[1,2]                                                 | WRONG_SHAPE",
        "7                                                     | WRONG_SHAPE",
      })
  void a_histogram_that_cannot_be_meant_is_rejected_once(String histogram, String reason)
      throws IOException {
    String json =
        histogram
            .strip()
            .replace('\'', '"')
            .replace("FIFTYONE", Lines.counts(51, 1))
            .replace("FIFTY", FIFTY)
            .replace("NEGATIVE", FIFTY.replaceFirst("2", "-2"));
    var layers =
        read(
            "{\"step\":2,\"layers\":{\"a\":{\"weight\":{\"histogram\":%s,\"norm\":3},\"gradient\":{\"norm\":2}}}}"
                .formatted(json));
    assertEquals(1, logs.rejected(Rejection.valueOf(reason.strip())));
    assertEquals(1, rejections());
    assertNull(layers.get("a").weight().latest());
    assertEquals(3, layers.get("a").weight().norm());
    assertEquals(2, layers.get("a").gradient().norm());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"norm\":-1          | OUT_OF_RANGE",
        "\"std\":-0.5         | OUT_OF_RANGE",
        "\"near_zero\":1.5    | OUT_OF_RANGE",
        "\"zero_units\":-0.1  | OUT_OF_RANGE",
        "\"norm\":1e400       | OUT_OF_RANGE",
        "\"norm\":\"much\"    | NOT_A_NUMBER",
        "\"norm\":[1]         | WRONG_SHAPE",
        "\"norm\":true        | WRONG_SHAPE",
      })
  void a_statistic_that_cannot_be_meant_costs_itself(String statistic, String reason)
      throws IOException {
    var layers =
        read(
            "{\"step\":2,\"layers\":{\"a\":{\"gradient\":{%s,\"mean\":0.5}}}}"
                .formatted(statistic.strip()));
    assertEquals(1, logs.rejected(Rejection.valueOf(reason.strip())));
    assertEquals(1, rejections());
    assertEquals(0.5, layers.get("a").gradient().mean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"x\"", "[1]", "{\"weight\":7}", "{\"gradient\":[{\"norm\":1}]}"})
  void a_layer_of_another_shape_costs_itself(String layer) throws IOException {
    var layers =
        read("{\"step\":2,\"layers\":{\"a\":%s,\"b\":{\"weight\":{\"norm\":3}}}}".formatted(layer));
    assertEquals(1, logs.rejected(Rejection.WRONG_SHAPE));
    assertEquals(3, layers.get("b").weight().norm());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b/c", "\\\"q\\\"", "<b>&amp;</b>", "…é漢", "\\u0001\\n", " ", "{}", "a\\\\"})
  void any_text_names_a_layer(String name) throws IOException {
    var layers = read("{\"step\":2,\"layers\":{\"%s\":{\"weight\":{\"norm\":3}}}}".formatted(name));
    assertEquals(1, layers.size());
    assertEquals(0, rejections());
  }

  @Test
  void a_name_is_not_empty_and_not_endless() throws IOException {
    var layers =
        read(
            "{\"step\":2,\"layers\":{\"\":{\"weight\":{\"norm\":3}},\"%s\":{\"weight\":{\"norm\":3}},\"a\":{}}}"
                .formatted("x".repeat(201)));
    assertEquals(Map.of(), layers);
    assertEquals(2, logs.rejected(Rejection.WRONG_SHAPE));
  }

  @Test
  void of_ten_thousand_layers_the_first_thousand_are_kept() throws IOException {
    String all =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "\"l" + i + "\":{\"weight\":{\"norm\":" + i + "}}")
            .collect(Collectors.joining(","));
    var layers = read("{\"step\":2,\"layers\":{" + all + "}}");
    assertEquals(1_000, layers.size());
    assertEquals(999, layers.get("l999").weight().norm());
    assertEquals(9_000, logs.rejected(Rejection.WRONG_SHAPE));
  }

  @Test
  void names_that_change_with_each_record_cost_no_memory() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_200; i++) {
      lines.append("{\"step\":2,\"layers\":{\"l%d\":{\"weight\":{\"norm\":1}}}}\n".formatted(i));
    }
    assertEquals(1_000, read(lines.toString()).size());
    assertEquals(1, logs.run().layers().dropped());
  }

  @Test
  void a_layer_may_appear_and_vanish() throws IOException {
    read("{\"step\":2,\"layers\":{\"a\":{\"weight\":{\"norm\":3}}}}");
    var layers = read("{\"step\":10,\"layers\":{\"b\":{\"weight\":{\"norm\":4}}}}");
    assertEquals(3, layers.get("a").weight().norm());
    assertEquals(4, layers.get("b").weight().norm());
  }

  @Test
  void numbers_that_are_not_finite_are_news_and_the_last_finite_ones_stay() throws IOException {
    read("{\"step\":2,\"layers\":{\"a\":{\"weight\":{\"norm\":3}}}}");
    var layers =
        read("{\"step\":10,\"layers\":{\"a\":{\"weight\":{\"norm\":NaN,\"mean\":\"inf\"}}}}");
    assertEquals(3, layers.get("a").weight().norm());
    assertEquals(0, rejections());
    assertTrue(
        logs.run().health().stream()
            .anyMatch(h -> h.signal().equals("other") && h.nonFinite() == 1));
  }

  @Test
  void a_model_may_come_after_its_layers() throws IOException {
    read("{\"step\":2,\"layers\":{\"a\":{\"weight\":{\"norm\":3}}}}");
    var layers =
        read("{\"model\":{\"layers\":[{\"name\":\"a\",\"kind\":\"Linear\",\"parameters\":7}]}}");
    assertEquals("Linear", layers.get("a").kind());
    assertEquals(7, layers.get("a").parameters());
    assertEquals(3, layers.get("a").weight().norm());
  }

  @Test
  void an_input_that_closes_a_cycle_is_rejected() throws IOException {
    read(
        "{\"model\":{\"name\":\"m\",\"layers\":[{\"name\":\"a\",\"inputs\":[\"c\",\"x\"]},"
            + "{\"name\":\"b\",\"inputs\":[\"a\"]},{\"name\":\"c\",\"inputs\":[\"b\",\"c\"]}]}}");
    LayersSnapshot.ModelDiagram model = logs.run().layers().model();
    assertEquals("m", model.name());
    assertEquals(4, model.nodes().size());
    assertEquals(3, model.edges().size());
    assertEquals(2, logs.rejected(Rejection.WRONG_SHAPE));
  }

  @Test
  void a_layer_of_a_model_that_is_odd_costs_itself() throws IOException {
    read(
        "{\"model\":{\"layers\":[{\"name\":\"a\",\"parameters\":-3,\"shape\":{\"x\":1},\"inputs\":[5,\"i\"]},"
            + "{\"kind\":\"nameless\"},{\"name\":\"a\"},7,{\"name\":\"b\",\"inputs\":\"a\"}]}}");
    assertEquals(1, logs.rejected(Rejection.OUT_OF_RANGE));
    assertEquals(6, logs.rejected(Rejection.WRONG_SHAPE));
    assertEquals(
        Set.of("i", "a", "b"),
        logs.run().layers().model().nodes().stream()
            .map(LayersSnapshot.ModelNode::id)
            .collect(Collectors.toSet()));
  }

  @Test
  void histograms_of_watched_layers_have_as_many_values_as_bins() throws IOException {
    var layers =
        read(
            "{\"step\":2,\"loss\":1,\"gradients/a\":{\"_type\":\"histogram\",\"bins\":[0,1,2],\"values\":[1,2]},"
                + "\"gradients/b\":{\"bins\":[0,1,2],\"values\":[1,2,3]},"
                + "\"parameters/c\":{\"bins\":[0,2,1],\"values\":[1,2]},\"parameters/d\":[1],\"gradients/e\":3}");
    assertNotNull(layers.get("a").gradient().latest());
    assertNull(layers.get("b").gradient().latest());
    assertNull(layers.get("c").weight().latest());
    assertEquals(2, logs.rejected(Rejection.WRONG_SHAPE));
    assertEquals(1, logs.rejected(Rejection.OUT_OF_RANGE));
  }
}

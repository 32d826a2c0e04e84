package org.trainingexporter.parse.json.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.JsonLinesReading;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.testing.Exploration;

class TemplateReaderTest {
  private static final String KNOWN =
      "{\"step\": 1, \"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}";

  @Property(tries = 3_000 * Exploration.TIMES, seed = Exploration.SEED)
  void line_by_line_the_parser_reads_the_same(@ForAll("logs") List<String> lines) {
    String text = String.join("", lines);
    assertEquals(JsonLinesReading.eachByTheParser(lines), JsonLinesReading.together(text));
  }

  @Property(tries = 3_000 * Exploration.TIMES, seed = Exploration.SEED)
  void scanned_ahead_the_lines_are_the_same(@ForAll("logs") List<String> lines) {
    List<String> expected = JsonLinesReading.eachByTheParser(lines);
    assertEquals(expected, JsonLinesReading.scannedAhead(lines, 1));
    assertEquals(expected, JsonLinesReading.scannedAhead(lines, 5));
  }

  @Provide
  Arbitrary<List<String>> logs() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, sameKeys()), Tuple.of(2, otherKeys()), Tuple.of(1, broken()))
        .list()
        .ofMinSize(2)
        .ofMaxSize(30);
  }

  private static Arbitrary<String> sameKeys() {
    return Combinators.combine(value(), value(), value(), value(), ends())
        .as(
            (a, b, c, d, end) ->
                "{\"step\": %s, \"loss\":%s,\"note\":%s, \"in\":{\"wall_time\":%s}}%s"
                    .formatted(a, b, c, d, end));
  }

  private static Arbitrary<String> otherKeys() {
    Arbitrary<String> key =
        Arbitraries.of(
            "step",
            "loss",
            "epoch",
            "mode",
            "event",
            "percentage",
            "wall_time",
            "timestamp",
            "iter_time",
            "load",
            "a\\u0062",
            "\u00c3\u00a9",
            "error_type",
            "train_runtime");
    return Combinators.combine(key, value())
        .as((k, v) -> "\"" + k + "\":" + v)
        .list()
        .ofMaxSize(5)
        .map(pairs -> "{" + String.join(",", pairs) + "}")
        .flatMap(object -> ends().map(end -> object + end));
  }

  private static Arbitrary<String> broken() {
    return Arbitraries.of(
        "\n",
        "  \r\n",
        "{\n",
        "{}\n",
        "{}{}\n",
        "[]\n",
        "1\n",
        "{\"step\": 1\n",
        "\u00ff\n",
        "{\"step\": 1, \"loss\":2,\"note\":1, \"in\":{\"wall_time\":4}} {\"step\":2}\n");
  }

  private static Arbitrary<String> value() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "-0",
            "-0.0",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-",
            "1e400",
            "-1e400",
            "1e-400",
            "1E+5",
            "NaN",
            "-Infinity",
            "12345678901234567890",
            "0.12345678901234567890123",
            "null",
            "nul",
            "nulll",
            "true",
            "\"\"",
            "\"text\"",
            "\"1e-5\"",
            "\"NaN\"",
            "\"a\\nb\"",
            "\"\u00c3\u00a9\"",
            "\"\u00ff\"",
            "\"\t\"",
            "\"",
            "{}",
            "[1]",
            "[",
            "1 2",
            " 1 ",
            "");
    Arbitrary<String> plain =
        Arbitraries.oneOf(
            Arbitraries.doubles().map(String::valueOf),
            Arbitraries.doubles().between(0, 10).ofScale(17).map(String::valueOf),
            Arbitraries.integers().map(String::valueOf));
    return Arbitraries.frequencyOf(Tuple.of(9, plain), Tuple.of(1, odd));
  }

  private static Arbitrary<String> ends() {
    return Arbitraries.of("\n", "\n", "\n", "\r\n", " \n", "\t\r\n", "x\n", ",\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"step\": 1, \"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}\n",
        "{\"step\": 2, \"loss\":null,\"note\":\"\", \"in\": {\"x\":-1.5E3, \"y\": 4}, \"timestamp\":1.7e9} \r\n",
        "{\"step\": 3, \"loss\":0.1,\"note\":7, \"in\": {\"x\":\"b c\", \"y\": 4}, \"timestamp\":1.7e9}\n"
      })
  void a_line_of_the_same_keys_is_read_without_the_parser(String line) {
    assertTrue(readAfterKnown(line) > 0, line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"step\": 1,\"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}\n",
        "{\"step\": NaN, \"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}\n",
        "{\"step\": \"1\", \"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}\n",
        "{\"step\": 1, \"loss\":2.5,\"note\":\"a\\\"\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}\n",
        "{\"step\": 1, \"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}{}\n",
        "{\"step\": 1, \"loss\":2.5,\"note\":\"a\", \"in\": {\"x\":1, \"y\": null}, \"timestamp\":1.7e9}",
        "{\"step\": 1, \"loss\":2.5,\"no\n",
        "{\"step\": 1, \"loss\":2\n"
      })
  void any_other_line_is_left_to_the_parser(String line) {
    assertEquals(-1, readAfterKnown(line), line);
  }

  private static int readAfterKnown(String line) {
    TemplateReader known = known();
    known.learn((KNOWN + "\n").getBytes(StandardCharsets.ISO_8859_1), 0);
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    return known.read(bytes, 0, bytes.length, 1, new LogRecord());
  }

  private static TemplateReader known() {
    return new TemplateReader(
        new RecordReader(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"load\":[1]}\n", "{\"a\":[1]}\n", "{\"k\\u0061\":1}\n", "{\"a\":\"\\n\"}\n"})
  void a_line_that_holds_more_than_plain_keys_makes_no_shape(String line) {
    TemplateReader known = known();
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    known.learn(bytes, 0);
    assertEquals(-1, known.read(bytes, 0, bytes.length, 1, new LogRecord()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void a_log_of_many_shapes_is_read_all_the_same(int shapes) {
    List<String> lines =
        IntStream.range(0, 200)
            .mapToObj(i -> "{\"step\":%d,\"k%d\":1.5}\n".formatted(i, i % shapes))
            .collect(Collectors.toList());
    assertEquals(
        JsonLinesReading.eachByTheParser(lines), JsonLinesReading.together(String.join("", lines)));
  }
}

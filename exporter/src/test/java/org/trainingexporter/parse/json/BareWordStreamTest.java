package org.trainingexporter.parse.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.trainingexporter.testing.Exploration;

final class BareWordStreamTest {
  private static String read(String json) throws IOException {
    return read(json, 0);
  }

  /** Reads it in two pieces. */
  private static String read(String json, int cut) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    var first = new ByteArrayInputStream(bytes, 0, cut);
    var second = new ByteArrayInputStream(bytes, cut, bytes.length - cut);
    try (var in = new BareWordStream(new SequenceInputStream(first, second))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void words_become_what_json_has() throws IOException {
    assertEquals(
        "{\"a\": NaN, \"b\": [-Infinity, Infinity, null], \"c\": NaN}",
        read("{\"a\": nan, \"b\": [-inf, Inf, None], \"c\": nan(ind)}"));
  }

  @Test
  void texts_and_numbers_and_long_words_stay() throws IOException {
    String json =
        "{\"nan\": \"a \\\" nan, inf\", \"é\": -1.5e-7, \"x\": unquotedandlong, \"y\":true}";
    assertEquals(json, read(json));
  }

  @Test
  void a_document_larger_than_the_buffers_is_read_whole() throws IOException {
    String values = "inf, nan, 0.25, ".repeat(20_000);
    assertEquals(values.replace("inf", "Infinity").replace("nan", "NaN"), read(values));
  }

  @Property(seed = Exploration.SEED)
  void wherever_it_is_cut_it_reads_the_same(@ForAll @IntRange(max = 40) int cut)
      throws IOException {
    String json = "{\"loss\": [nan, -inf, 1.5, NA], \"a\": inf}";
    assertEquals(read(json), read(json, Math.min(cut, json.length())));
  }
}

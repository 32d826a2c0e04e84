package org.trainingexporter.http.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.trainingexporter.testing.Exploration;

final class Utf8WriterTest {
  @Property(tries = 300 * Exploration.TIMES, seed = Exploration.SEED)
  void encodes_as_java_does_however_the_text_is_cut(
      @ForAll String text, @ForAll @IntRange(min = 8180, max = 8195) int before)
      throws IOException {
    String all = "x".repeat(before) + text;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Utf8Writer writer = new Utf8Writer(out);
    int third = all.length() / 3;
    writer.write(all.substring(0, third));
    writer.write(all.toCharArray(), third, third);
    for (int i = 2 * third; i < all.length(); i++) {
      writer.append(all.charAt(i));
    }
    writer.close();

    assertArrayEquals(all.getBytes(StandardCharsets.UTF_8), out.toByteArray());
  }

  @Test
  void joins_a_surrogate_pair_that_comes_in_two_pieces() throws IOException {
    assertEquals("a🚀b", written("a\ud83d", "\ude80b"));
  }

  @Test
  void replaces_surrogates_without_their_pair() throws IOException {
    assertEquals("?a", written("\ud83da"));
    assertEquals("a?", written("a\ude80"));
    assertEquals("a?", written("a\ud83d"));
    assertEquals("?🚀", written("\ud83d\ud83d\ude80"));
  }

  private static String written(String... pieces) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Utf8Writer writer = new Utf8Writer(out)) {
      for (String piece : pieces) {
        writer.write(piece);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}

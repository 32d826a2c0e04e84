package org.trainingexporter.parse.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.trainingexporter.parse.number.NonFinite;

/**
 * Words that other languages print where JSON has none of its own: {@code nan}, {@code -inf},
 * {@code None}, {@code 1.#QNAN}. Outside of texts they become what the JSON parser reads.
 */
final class BareWords {
  /** Bytes of the longest such word with its sign. */
  static final int LONGEST = 30;

  private static final Map<String, String> WORDS =
      Map.of("none", "null", "null", "null", "na", "null", "true", "true", "false", "false");

  private BareWords() {}

  /** The bytes with such words replaced; null where there are none. */
  static byte[] replaced(byte[] in, int from, int to) {
    StringBuilder out = new StringBuilder();
    boolean found = false;
    int at = from;
    while (at < to) {
      int end = in[at] == '"' ? endOfText(in, at, to) : endOfWord(in, at, to);
      String token = new String(in, at, end - at, StandardCharsets.ISO_8859_1);
      String word = in[at] == '"' || token.length() > LONGEST ? null : json(token);
      found |= word != null && !word.equals(token);
      out.append(word == null ? token : word);
      at = end;
    }
    return found ? out.toString().getBytes(StandardCharsets.ISO_8859_1) : null;
  }

  private static int endOfText(byte[] in, int from, int to) {
    int i = from + 1;
    while (i < to && in[i] != '"') {
      i += in[i] == '\\' ? 2 : 1;
    }
    return Math.min(to, i + 1);
  }

  /** Behind a run of bytes that may be a word, or behind one byte that is none. */
  private static int endOfWord(byte[] in, int from, int to) {
    int i = from;
    while (i < to && !endsWord(in[i])) {
      i++;
    }
    return Math.max(i, from + 1);
  }

  /** Whether no word goes on with that byte. */
  static boolean endsWord(byte b) {
    return ",:[]{}\" \t\r\n".indexOf(b) >= 0;
  }

  /** What the JSON parser reads for it; null where the token is no such word. */
  static String json(String token) {
    double value = NonFinite.value(token);
    if (value != 0) {
      return Double.toString(value); // NaN, Infinity or -Infinity
    }
    boolean signed = token.startsWith("-") || token.startsWith("+");
    return WORDS.get(token.substring(signed ? 1 : 0).toLowerCase(Locale.ROOT));
  }
}

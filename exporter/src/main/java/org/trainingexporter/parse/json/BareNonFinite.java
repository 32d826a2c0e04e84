package org.trainingexporter.parse.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.trainingexporter.parse.number.NonFinite;

/** Values that are not finite as other languages print them into JSON, in JSON's usual words. */
final class BareNonFinite {
  private static final int LONGEST = 24;

  private BareNonFinite() {}

  /** The line with such values as {@code NaN} and {@code Infinity}; null where it has none. */
  static byte[] rewrite(byte[] b, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
    boolean changed = false;
    boolean text = false;
    for (int p = from; p < to; p++) {
      if (b[p] == '"' && !isEscaped(b, from, p)) {
        text = !text;
      }
      int end = text || !begins(b, from, p) ? p : wordEnd(b, p, to);
      String word = new String(b, p, end - p, StandardCharsets.ISO_8859_1);
      if (end > p && end - p <= LONGEST && NonFinite.isSpelt(word)) {
        byte[] usual = usual(NonFinite.value(word)).getBytes(StandardCharsets.US_ASCII);
        out.write(usual, 0, usual.length);
        changed = true;
        p = end - 1;
      } else {
        out.write(b[p]);
      }
    }
    return changed ? out.toByteArray() : null;
  }

  private static String usual(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }

  private static boolean isEscaped(byte[] b, int from, int at) {
    int p = at;
    while (p > from && b[p - 1] == '\\') {
      p--;
    }
    return (at - p) % 2 == 1;
  }

  /** Whether a value may begin there. */
  private static boolean begins(byte[] b, int from, int at) {
    return at > from && ": ,[".indexOf(b[at - 1]) >= 0 && b[at] != ' ';
  }

  private static int wordEnd(byte[] b, int from, int to) {
    int p = from;
    while (p < to && ",]} \t\r\n\"".indexOf(b[p]) < 0) {
      p++;
    }
    return p;
  }
}

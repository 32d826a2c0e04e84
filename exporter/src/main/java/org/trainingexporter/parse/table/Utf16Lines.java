package org.trainingexporter.parse.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a file in UTF-16, which were cut behind each byte of value 10. A character that holds
 * such a byte breaks its line; in numbers and names of metrics there is none.
 */
enum Utf16Lines {
  LITTLE_ENDIAN(StandardCharsets.UTF_16LE),
  BIG_ENDIAN(StandardCharsets.UTF_16BE);

  private final Charset charset;

  Utf16Lines(Charset charset) {
    this.charset = charset;
  }

  /** Which one the mark at a file's beginning says; null where it says neither. */
  static Utf16Lines of(byte[] in, int from, int to) {
    if (to - from < 2) {
      return null;
    }
    int mark = (in[from] & 0xFF) << 8 | (in[from + 1] & 0xFF);
    return mark == 0xFFFE ? LITTLE_ENDIAN : mark == 0xFEFF ? BIG_ENDIAN : null;
  }

  /** One line, without its line end, in UTF-8. */
  byte[] line(byte[] in, int from, int to) {
    int start = from;
    int end = to;
    if (this == LITTLE_ENDIAN && start < end && in[start] == 0) {
      start++; // the second byte of the line end before
    } else if (this == BIG_ENDIAN && end > start && in[end - 1] == 0) {
      end--; // the first byte of its own line end
    }
    // A NUL at the beginning may have been taken for a hole in the file.
    int lost = this == BIG_ENDIAN ? (end - start) % 2 : 0;
    byte[] pairs = new byte[lost + end - start];
    System.arraycopy(in, start, pairs, lost, end - start);
    String text = new String(pairs, charset);
    boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return text.substring(marked ? 1 : 0).getBytes(StandardCharsets.UTF_8);
  }

  /** A whole file's beginning in UTF-8. */
  byte[] text(byte[] in) {
    String text = new String(in, 2, in.length - 2, charset);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.trainingexporter.parse.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.trainingexporter.parse.source.ByteOrderMark;

/** What a line of a table begins with, and whether it is text at all. */
final class LineStart {
  private LineStart() {}

  /** Where its text begins: behind a byte order mark, and behind the NULs of a hole in the file. */
  static int of(byte[] in, int from, int to, boolean isFirst) {
    int start = from;
    if (isFirst && ByteOrderMark.isAt(in, start, to)) {
      start += ByteOrderMark.LENGTH;
    }
    while (start < to && in[start] == 0) {
      start++;
    }
    return start;
  }

  static boolean isBlank(byte[] in, int from, int to) {
    int i = from;
    while (i < to && (in[i] == ' ' || in[i] == '\t' || in[i] == '\r')) {
      i++;
    }
    return i == to;
  }

  static boolean isUtf8(byte[] in, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= in[i];
    }
    if (all >= 0) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

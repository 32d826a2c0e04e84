package org.trainingexporter.parse.json;

import org.trainingexporter.parse.source.ByteOrderMark;

/** Whether the head of a file is JSON lines. */
final class JsonHead {
  private JsonHead() {}

  /** Whether most lines of a head that are not blank begin as an object of JSON. */
  static boolean isJsonLines(byte[] head) {
    int lines = 0;
    int objects = 0;
    int p = ByteOrderMark.isAt(head, 0, head.length) ? ByteOrderMark.LENGTH : 0;
    while (p < head.length) {
      while (p < head.length && head[p] <= ' ' && head[p] >= 0) {
        p++;
      }
      if (p < head.length) {
        lines++;
        objects += isObject(head, p) ? 1 : 0;
      }
      while (p < head.length && head[p] != '\n') {
        p++;
      }
    }
    return 2 * objects > lines;
  }

  /** Python's objects begin alike but for their quotes. */
  private static boolean isObject(byte[] head, int at) {
    int p = at + 1;
    while (p < head.length && (head[p] == ' ' || head[p] == '\t')) {
      p++;
    }
    return head[at] == '{' && (p == head.length || head[p] != '\'');
  }
}

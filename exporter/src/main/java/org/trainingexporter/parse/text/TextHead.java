package org.trainingexporter.parse.text;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;

/**
 * Whether the head of a text file is a training log's: three of its records have a position or an
 * epoch, their own or inherited, and a training's or a validation's signal.
 */
public final class TextHead {
  /** How many lines of a text are looked at. */
  public static final int LINES = 5_000;

  private static final int ENOUGH = 3;

  private int marks;
  private boolean placed;

  /** Adds the next record of the head; a validation without a position stands where others do. */
  public void add(LogRecord record) {
    placed |= record.has(Signal.Evidence.PLACE);
    boolean validates = record.has(Signal.Evidence.VALIDATION);
    boolean signal =
        validates
            || record.has(Signal.Evidence.TRAINING)
            || !record.experts().isEmpty()
            || record.layers() != null;
    marks += signal && (record.has(Signal.Evidence.PLACE) || (placed && validates)) ? 1 : 0;
  }

  public boolean isLog() {
    return marks >= ENOUGH;
  }

  /** Whether most lines of a head that are not blank begin as an object of JSON, or none is. */
  public static boolean isJsonLines(byte[] head) {
    int lines = 0;
    int objects = 0;
    int p = head.length >= 3 && head[0] == (byte) 0xEF ? 3 : 0;
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
    return lines == 0 || 2 * objects > lines;
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

package org.trainingexporter.parse.json.template;

import org.trainingexporter.parse.scan.LineValues;
import org.trainingexporter.parse.source.BlockScan;
import org.trainingexporter.tail.Block;

/** The values of those lines of a block that fit a template. */
final class TemplateScan implements BlockScan {
  /** After so many misses in a row the rest of a block is left to the parser. */
  static final int MOST_MISSES = 16;

  final LineTemplate template;
  final LineValues values;

  /**
   * @param values into which is read, of an earlier scan that nobody needs any more
   */
  TemplateScan(LineTemplate template, LineValues values) {
    this.template = template;
    this.values = values;
  }

  @Override
  public void scan(Block block) {
    byte[] bytes = block.bytes();
    int at = block.from();
    int end = block.to();
    template.begin(values);
    if (bytes[end - 1] != '\n') {
      return; // the array may hold bytes of an earlier block behind it
    }
    int misses = 0;
    while (at < end && misses <= MOST_MISSES) {
      byte b = bytes[at];
      if (b == '\n' || b == '\r' || b == ' ' || b == '\t') {
        at++;
        continue;
      }
      int to = b == '{' ? template.read(bytes, at, end, values) : -1;
      if (to < 0) {
        misses++;
        to = endOfLine(bytes, at);
      } else {
        misses = 0;
        values.keep(at, to);
      }
      at = to;
    }
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}

package org.trainingexporter.parse.json;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Lines of the shape of one before them, read without the JSON parser, which costs a third. Such a
 * line gives the very record that the parser would give; any other is left to it. One thread.
 */
final class TemplateReader {
  /** Lines in a row that did not fit, after which the rest of a block is left to the parser. */
  private static final int PATIENCE = 16;

  private final RecordReader reader;
  private LineTemplate shape;
  private int misses;

  TemplateReader(RecordReader reader) {
    this.reader = reader;
  }

  /** A new block begins: what did not fit in the one before may fit now. */
  void begin() {
    misses = 0;
  }

  /**
   * Reads the line that begins there, where it is of the known shape.
   *
   * @param end of the block
   * @return where the line ends, or -1 where it is left to the parser
   */
  int read(byte[] bytes, int at, int end, long line, LogRecord into) {
    // Without its line end a last line could seem to go on in what an earlier block left behind.
    if (shape == null || misses > PATIENCE || bytes[end - 1] != '\n') {
      return -1;
    }
    int next = shape.read(bytes, at, end);
    if (next < 0) {
      return -1;
    }
    misses = 0;
    reader.begin(into, line);
    shape.give(reader, into);
    return next;
  }

  /** The parser has read this line as one object: the next may be of its shape. */
  void learn(byte[] bytes, int from) {
    if (misses++ <= PATIENCE) {
      LineTemplate found = TemplateFinder.find(reader.keys(), bytes, from);
      shape = found != null ? found : shape;
    }
  }
}

package org.trainingexporter.parse.json.template;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Reads lines that differ from an earlier one in their values alone, without the JSON parser and at
 * a third of its cost. Such a line gives the very record that the parser would give; all others are
 * left to it. One thread.
 */
public final class TemplateReader {
  /** After so many misses in a row the rest of a block is left to the parser. */
  private static final int MOST_MISSES = 16;

  private final RecordReader reader;
  private LineTemplate template;
  private int misses;

  public TemplateReader(RecordReader reader) {
    this.reader = reader;
  }

  /** A new block begins: it may fit again. */
  public void begin() {
    misses = 0;
  }

  /**
   * Reads the line at that offset if it fits the template.
   *
   * @param end of the block
   * @return where the line ends, or -1 where it is left to the parser
   */
  public int read(byte[] bytes, int at, int end, long line, LogRecord into) {
    // The array may hold bytes of an earlier block behind an unended last line.
    if (template == null || misses > MOST_MISSES || bytes[end - 1] != '\n') {
      return -1;
    }
    int next = template.read(bytes, at, end);
    if (next < 0) {
      return -1;
    }
    misses = 0;
    reader.begin(into, line);
    template.addValues(reader, into);
    return next;
  }

  /** Makes a template of a line that the parser has read as one object. */
  public void learn(byte[] bytes, int from) {
    if (misses++ <= MOST_MISSES) {
      LineTemplate found = TemplateFinder.find(reader.keys(), bytes, from);
      template = found != null ? found : template;
    }
  }
}

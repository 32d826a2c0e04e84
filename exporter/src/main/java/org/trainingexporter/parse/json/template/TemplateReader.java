package org.trainingexporter.parse.json.template;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.scan.LineValues;
import org.trainingexporter.parse.source.BlockScan;

/**
 * Reads lines that differ from an earlier one in their values alone, without the JSON parser and at
 * a third of its cost. Such a line gives the very record that the parser would give; all others are
 * left to it. One thread.
 */
public final class TemplateReader {
  private final RecordReader reader;
  private final LineValues values = new LineValues();
  private LineTemplate template;

  /** What was found ahead in the block; null where nothing was. */
  private TemplateScan ahead;

  /** Of an earlier scan, to be used again. */
  private LineValues spare;

  private int misses;

  public TemplateReader(RecordReader reader) {
    this.reader = reader;
  }

  /** A new block begins: it may fit again. */
  public void begin() {
    misses = 0;
    spare = ahead == null ? spare : ahead.values;
    ahead = null;
  }

  /** The same; the block was scanned ahead. */
  public void begin(BlockScan scan) {
    begin();
    ahead = scan instanceof TemplateScan found ? found : null;
  }

  /** What scans a block ahead by what is known now; null where nothing is. */
  public BlockScan scanAhead() {
    if (template == null || misses > LineValues.MOST_MISSES) {
      return null;
    }
    LineValues into = spare == null ? new LineValues() : spare;
    spare = null;
    return new TemplateScan(template, into);
  }

  /**
   * Reads the line at that offset if it fits the template.
   *
   * @param end of the block
   * @return where the line ends, or -1 where it is left to the parser
   */
  public int read(byte[] bytes, int at, int end, long line, LogRecord into) {
    int row = ahead == null ? -1 : ahead.values.rowAt(at);
    if (row >= 0) {
      boolean added = add(ahead.template, ahead.values, row, bytes, line, into);
      return added ? ahead.values.lineEnd(row) : -1;
    }
    // The array may hold bytes of an earlier block behind an unended last line.
    if (template == null || misses > LineValues.MOST_MISSES || bytes[end - 1] != '\n') {
      return -1;
    }
    template.begin(values);
    int next = template.read(bytes, at, end, values);
    return next >= 0 && add(template, values, 0, bytes, line, into) ? next : -1;
  }

  private boolean add(
      LineTemplate of, LineValues from, int row, byte[] bytes, long line, LogRecord into) {
    if (of.needsParser(reader, from, row, bytes)) {
      return false;
    }
    misses = 0;
    reader.begin(into, line);
    of.addValues(reader, from, row, bytes, into);
    return true;
  }

  /** Makes a template of a line that the parser has read as one object. */
  public void learn(byte[] bytes, int from) {
    if (misses++ <= LineValues.MOST_MISSES) {
      LineTemplate found = TemplateFinder.find(reader.keys(), bytes, from);
      template = found != null ? found : template;
    }
  }
}

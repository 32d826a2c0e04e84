package org.trainingexporter.parse;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.json.JsonLineParser;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.BlockScan;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.Block;

/** Reads lines and writes down every record and rejection, in order. */
public final class JsonLinesReading {
  private final RecordReader reader =
      new RecordReader(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC));
  private final List<String> found = new ArrayList<>();
  private final RejectionListener rejections =
      (reason, line, key, detail) -> found.add(line + " " + reason + " " + key + " " + detail);

  /** All in one block, so that lines of a known shape are read as such. */
  public static List<String> together(String text) {
    JsonLinesReading reading = new JsonLinesReading();
    JsonLineParser lines = new JsonLineParser(reading.reader, reading.rejections);
    reading.read(lines, text, true);
    return reading.found;
  }

  /** In blocks of some lines, each scanned before it is accepted, by what was known then. */
  public static List<String> scannedAhead(List<String> texts, int linesOfBlock) {
    JsonLinesReading reading = new JsonLinesReading();
    JsonLineParser lines = new JsonLineParser(reading.reader, reading.rejections);
    for (int i = 0; i < texts.size(); i += linesOfBlock) {
      int to = Math.min(i + linesOfBlock, texts.size());
      byte[] bytes = String.join("", texts.subList(i, to)).getBytes(StandardCharsets.ISO_8859_1);
      Block block = new Block(bytes, 0, bytes.length, i == 0, false);
      BlockScan scan = lines.scanAhead();
      if (scan != null) {
        scan.scan(block);
      }
      lines.accept(block, scan);
      reading.readAll(lines);
    }
    return reading.found;
  }

  /** Each line by a reader that knows no shape, which is the JSON parser alone. */
  public static List<String> eachByTheParser(List<String> texts) {
    JsonLinesReading reading = new JsonLinesReading();
    for (int i = 0; i < texts.size(); i++) {
      JsonLineParser lines = new JsonLineParser(reading.reader, reading.rejections);
      for (int before = 0; before < i; before++) {
        lines.skipLine();
      }
      reading.read(lines, texts.get(i), false);
    }
    return reading.found;
  }

  private void read(JsonLineParser lines, String text, boolean first) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    lines.accept(new Block(bytes, 0, bytes.length, first, false));
    readAll(lines);
  }

  private void readAll(JsonLineParser lines) {
    LogRecord record = new LogRecord();
    while (lines.next(record)) {
      found.add(RecordText.of(record));
    }
  }
}

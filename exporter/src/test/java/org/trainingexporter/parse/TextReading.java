package org.trainingexporter.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.parse.text.TextFormat;
import org.trainingexporter.parse.text.TextHead;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.Block;

/** Reads text and writes down each record's kind, time, keys and numbers. */
public final class TextReading {
  private final Timestamps times = new Timestamps(ZoneOffset.UTC);
  private final LineParser parser;
  private final List<String> found = new ArrayList<>();
  private final TextHead head = new TextHead();
  private final HeadFacts facts = new HeadFacts(false, head::marksLog, TextHead.LEAST_MARKS);

  public TextReading() {
    times.endYearsAt(1_763_800_000); // 2025-11-22
    RecordReader reader = new RecordReader(new KeyRegistry(Map.of()), times);
    parser =
        new TextFormat()
            .parser(
                reader, (reason, line, key, detail) -> found.add(line + " " + reason + " " + key));
  }

  /** The records of a text. */
  public static List<String> of(String text) {
    return of(text.getBytes(UTF_8));
  }

  public static List<String> of(byte[] bytes) {
    TextReading reading = new TextReading();
    reading.read(bytes, 0, bytes.length, true);
    return reading.found;
  }

  /** Whether the text rule takes it for a training's log. */
  public static boolean isLog(String text) {
    TextReading reading = new TextReading();
    byte[] bytes = text.getBytes(UTF_8);
    reading.read(bytes, 0, bytes.length, true);
    return reading.facts.isLog();
  }

  /** Reads the next block, which ends in a line end but for a last line. */
  public void read(byte[] bytes, int from, int to, boolean first) {
    parser.accept(new Block(bytes, from, to, first, false));
    LogRecord record = new LogRecord();
    while (parser.next(record)) {
      facts.add(record);
      found.add(text(record));
    }
  }

  public List<String> found() {
    return found;
  }

  private static String text(LogRecord r) {
    StringBuilder text = new StringBuilder(r.line() + " " + r.kind().label);
    if (!Double.isNaN(r.time())) {
      text.append(" time=").append(java.math.BigDecimal.valueOf(r.time()).toPlainString());
    }
    for (int i = 0; i < r.size(); i++) {
      String value = Double.toString(r.value(i));
      String shown = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
      text.append(' ').append(r.field(i).name).append('=').append(shown);
    }
    return text.append(r.isEnd() ? " end" : "").toString();
  }
}

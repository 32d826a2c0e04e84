package org.trainingexporter.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.FileState;

/** All that one log holds, read at once long after it was written. */
public final class LogContent {
  private static final int LONGEST = 1 << 20;

  /** One record: its numbers as they are written, by key, and what else it says. */
  public record Row(Map<String, Double> values, double time, RecordKind kind) {}

  public final LogProfile profile;
  public final List<Row> rows = new ArrayList<>();
  public final Map<String, String> settings = new LinkedHashMap<>();
  public final Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
  public String runName = "";
  public boolean ended;
  public boolean endsEarly;

  private LogContent(LogProfile profile) {
    this.profile = profile;
  }

  /** Reads the log that the file stands for. */
  public static LogContent of(Path file) throws IOException {
    Logs logs = new Logs(FileState::of, LONGEST);
    ParseContext context =
        new ParseContext(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC));
    LogFiles files = LogFiles.alone(file);
    double now = Double.MAX_VALUE;
    LogContent content = new LogContent(logs.probe().probe(files, context, now));
    RecordSource source =
        logs.open(
            content.profile,
            files,
            context,
            (reason, line, key, detail) -> content.rejected.merge(reason, 1, Integer::sum),
            now);
    LogRecord record = new LogRecord();
    if (source.checkForChanges(now)) {
      while (source.next(record)) {
        content.add(record);
      }
    }
    return content;
  }

  private void add(LogRecord record) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      values.put(record.field(i).name, record.field(i).unit.fromBase(record.value(i)));
    }
    rows.add(new Row(values, record.time(), record.kind()));
    settings.putAll(record.settings());
    runName = record.runName() == null ? runName : record.runName();
    ended |= record.isEnd();
    endsEarly |= record.earlyEnd() != null;
  }

  /** The rows that have that key. */
  public List<Row> with(String key) {
    return rows.stream().filter(r -> r.values().containsKey(key)).toList();
  }
}

package org.trainingexporter.parse.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Metrics that each have their own steps, values and times, as Sacred writes them: what they have
 * of one step is one record. One thread.
 */
final class SeriesEntries implements Entries {
  /** One metric; its next value. */
  private static final class Series {
    private final Column steps;
    private final Column values;
    private final Column times;
    private final Field field;
    private int at;

    Series(Column steps, Column values, Column times, Field field) {
      this.steps = steps;
      this.values = values;
      this.times = times;
      this.field = field;
    }

    boolean hasNext() {
      return at < Math.min(steps.size(), values.size());
    }

    double step() {
      return steps.number(at);
    }
  }

  private final RecordReader reader;
  private final List<Series> all = new ArrayList<>();
  private final Field step;
  private final Field time;
  private long entry;

  SeriesEntries(Columns columns, RecordReader reader) {
    this.reader = reader;
    this.step = reader.field("step");
    this.time = reader.field("timestamp");
    Map<String, Column> byPath = new HashMap<>();
    columns.all().forEach(c -> byPath.put(c.path, c));
    for (Column steps : columns.all()) {
      if (steps.path.endsWith(".steps")) {
        String name = steps.path.substring(0, steps.path.length() - ".steps".length());
        Column values = byPath.get(name + ".values");
        if (values != null) {
          all.add(new Series(steps, values, byPath.get(name + ".timestamps"), reader.field(name)));
        }
      }
    }
  }

  @Override
  public boolean next(LogRecord record) {
    double lowest = Double.POSITIVE_INFINITY;
    for (Series s : all) {
      while (s.hasNext() && Double.isNaN(s.step())) {
        s.at++;
      }
      lowest = s.hasNext() ? Math.min(lowest, s.step()) : lowest;
    }
    if (lowest == Double.POSITIVE_INFINITY) {
      return false;
    }
    reader.begin(record, ++entry);
    reader.addNumber(step, lowest, record);
    for (Series s : all) {
      if (s.hasNext() && s.step() == lowest) {
        s.values.addTo(record, s.at, s.field, reader);
        if (s.times != null && Double.isNaN(record.time())) {
          s.times.addTo(record, s.at, time, reader);
        }
        s.at++;
      }
    }
    return true;
  }

  @Override
  public long entry() {
    return entry;
  }

  @Override
  public void close() {}
}

package org.trainingexporter.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Shape;
import org.trainingexporter.event.Signal;
import org.trainingexporter.parse.Part;
import org.trainingexporter.run.RunState;

/** Counts the numbers under each key, and tells what became of the key when all is read. */
final class KeyTally {
  private long[] counts = new long[64];
  private double[] last = new double[64];

  void add(LogRecord record) {
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      if (field.index >= counts.length) {
        counts = Arrays.copyOf(counts, 2 * field.index);
        last = Arrays.copyOf(last, 2 * field.index);
      }
      counts[field.index]++;
      last[field.index] = record.value(i);
    }
  }

  /** The keys in the order in which they came; a name that only holds others is none. */
  List<Key> keys(Fields fields, RunState state) {
    List<Key> keys = new ArrayList<>();
    for (Field field : fields.all()) {
      long count = field.index < counts.length ? counts[field.index] : 0;
      if (count > 0) {
        keys.add(number(field, count, fields, state));
      } else if (field.other() != Shape.OBJECT || Part.of(field.name) != Part.NONE) {
        keys.add(other(field));
      }
    }
    return keys;
  }

  private Key number(Field field, long count, Fields fields, RunState state) {
    double newest = field.unit.fromBase(last[field.index]);
    String metric = fields.isRead(field) ? Becomes.metric(field.signal) : Becomes.VALUE;
    if (!metric.equals(Becomes.VALUE)) {
      return new Key(field.name, count, newest, metric, "");
    }
    return state.keepsValue(field)
        ? new Key(field.name, count, newest, Becomes.series(field), "")
        : new Key(field.name, count, newest, "", "past the most keys that a run shows");
  }

  private static Key other(Field field) {
    Shape shape = field.other();
    String metric = shape == null ? "" : Becomes.metric(Part.of(field.name));
    String why = shape == null ? "no value" : shape.words;
    if (shape != null && shape != Shape.HEAD && field.signal != Signal.VALUE) {
      why += ", no " + field.signal.label();
    }
    return new Key(field.name, 0, Double.NaN, metric, metric.isEmpty() ? why : "");
  }
}

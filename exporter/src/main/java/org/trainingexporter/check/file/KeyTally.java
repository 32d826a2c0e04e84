package org.trainingexporter.check.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.NonNumeric;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.record.Sections;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.figure.FigureTable;

/** Counts the numbers under each key, and says what the key became once all is read. */
final class KeyTally {
  private static final String SETTING = "a setting";

  private final MetricNames metrics;
  private long[] counts = new long[64];
  private double[] last = new double[64];

  KeyTally() {
    this(new MetricNames(FigureTable.ALL));
  }

  KeyTally(MetricNames metrics) {
    this.metrics = metrics;
  }

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

  /** The keys in the order in which they came; a name that only holds other keys is none. */
  List<KeyReport> keys(KeyRegistry fields, RunState state) {
    List<KeyReport> keys = new ArrayList<>();
    for (Field field : fields.all()) {
      long count = field.index < counts.length ? counts[field.index] : 0;
      if (count > 0) {
        keys.add(number(field, count, fields, state));
      } else if (field.other() != NonNumeric.OBJECT || Sections.role(field.name) != KeyRole.NONE) {
        keys.add(other(field));
      }
    }
    return keys;
  }

  private KeyReport number(Field field, long count, KeyRegistry fields, RunState state) {
    double newest = field.unit.fromBase(last[field.index]);
    String metric = fields.isRead(field) ? metrics.metric(field.signal) : MetricNames.VALUE;
    if (field.isSetting() && !fields.isRead(field)) {
      return new KeyReport(field.name, field.rule(), 0, Unknown.UNKNOWN, "", SETTING);
    }
    if (!metric.equals(MetricNames.VALUE)) {
      return new KeyReport(field.name, field.rule(), count, newest, metric, "");
    }
    String why = whyHidden(field, newest, state);
    String series = why.isEmpty() ? MetricNames.series(field) : "";
    return new KeyReport(field.name, field.rule(), count, newest, series, why);
  }

  private static String whyHidden(Field field, double newest, RunState state) {
    if (field.signal.isTime()) {
      return "another time of the record is read";
    }
    if (!state.view().keepsValue(field)) {
      return "past the most keys that a run shows";
    }
    return Double.isFinite(newest) ? "" : "not finite at last, so without a series";
  }

  private static KeyReport other(Field field) {
    if (field.isSetting()) {
      return new KeyReport(field.name, field.rule(), 0, Unknown.UNKNOWN, "", SETTING);
    }
    NonNumeric shape = field.other();
    KeyRole role = shape == null ? KeyRole.NONE : Sections.role(field.name);
    boolean names = role != KeyRole.SET || shape == NonNumeric.SET;
    String metric = names ? MetricNames.metric(role) : "";
    String why = shape == null ? "no value" : shape.words;
    if (shape != null && shape != NonNumeric.HEAD && field.signal != Signal.VALUE) {
      why += ", no " + field.signal.label();
    }
    return new KeyReport(
        field.name, field.rule(), 0, Unknown.UNKNOWN, metric, metric.isEmpty() ? why : "");
  }
}

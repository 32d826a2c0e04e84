package org.trainingexporter.parse.metricfiles.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.record.RecordReader;

/** The values of one step, as they come from one file after the other. One thread. */
public final class OpenStep {
  private final List<Field> fields = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private final Set<StepSource> sources = new HashSet<>();
  private double step = Double.NaN;
  private double time = Double.NaN;
  private long attempt;

  /** Begins with the step that waits in that source. */
  void begin(StepSource first) {
    fields.clear();
    values.clear();
    sources.clear();
    step = first.step();
    time = Double.NaN;
    attempt = 0;
  }

  boolean isEmpty() {
    return sources.isEmpty();
  }

  void clear() {
    sources.clear();
  }

  /** Whether the step that waits in that source is this one, and adds to it. */
  boolean isStepOf(StepSource source) {
    return Double.compare(source.step(), step) == 0 && !sources.contains(source);
  }

  void add(StepSource source) {
    double at = source.time();
    time = Double.isNaN(time) || at < time ? at : time;
    attempt = Math.max(attempt, source.attempt());
    source.moveTo(this);
    sources.add(source);
  }

  /** Adds a value; the field is null for a key past the run's bound. */
  public void add(Field field, double value) {
    if (field != null) {
      fields.add(field);
      values.add(value);
    }
  }

  double step() {
    return step;
  }

  /** How often the steps of any of its sources went back before. */
  long attempt() {
    return attempt;
  }

  /** Writes it as a record, whose number is given. */
  void writeTo(LogRecord record, long number, RecordReader reader) {
    reader.begin(record, number);
    if (!Double.isNaN(step)) {
      reader.addNumber(reader.field("step"), step, record);
    }
    for (int i = 0; i < fields.size(); i++) {
      reader.addNumber(fields.get(i), values.get(i), record);
    }
    record.setTime(time);
  }
}

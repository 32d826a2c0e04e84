package org.trainingexporter.parse.open;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;

/** Makes the outline of a log from its records, in bounded memory. */
final class OutlineScan {
  /** Positions in the sample of one signal, at most. */
  private static final int MOST_SAMPLED = 256;

  private final Map<Signal, Map<Double, Double>> values = new EnumMap<>(Signal.class);
  private double firstTime = Double.NaN;
  private boolean bySteps;
  private double first = Double.NaN;
  private double least = Double.NaN;
  private double most = Double.NaN;
  private double newest = Double.NaN;
  private double widestStep;
  private boolean namesSet;
  private boolean tunes;

  /** Positions whose hash has one of these bits are not in the sample. */
  private int mask;

  void add(LogRecord record) {
    if (Double.isNaN(firstTime)) {
      firstTime = record.time();
    }
    boolean counts = record.has(Signal.POSITION);
    if (counts && !bySteps) {
      beginSteps();
    }
    double position = record.value(bySteps ? Signal.POSITION : Signal.EPOCH);
    namesSet |= record.set() != NamedSet.NONE;
    for (int i = 0; i < record.size(); i++) {
      add(record.field(i), position, record.value(i));
    }
    boolean tells = record.has(Evidence.TRAINING) || record.has(Evidence.VALIDATION);
    if (tells && !Double.isNaN(position)) {
      addPosition(position);
    }
  }

  /** What came before counted epochs alone; the log counts steps. */
  private void beginSteps() {
    bySteps = true;
    first = Double.NaN;
    least = Double.NaN;
    most = Double.NaN;
    newest = Double.NaN;
    widestStep = 0;
    values.clear();
  }

  private void add(Field field, double position, double value) {
    namesSet |= field.set != NamedSet.NONE;
    tunes |= field.signal == Signal.LEARNING_RATE || field.signal == Signal.GRADIENT_NORM;
    boolean tells =
        field.signal.evidence == Evidence.TRAINING || field.signal.evidence == Evidence.VALIDATION;
    if (tells && !field.signal.isValue() && isSampled(position) && Double.isFinite(value)) {
      Map<Double, Double> sample = values.computeIfAbsent(field.signal, s -> new HashMap<>());
      sample.put(position, value);
      while (sample.size() > MOST_SAMPLED) {
        mask = 2 * mask + 1;
        values.values().forEach(s -> s.keySet().removeIf(p -> !isSampled(p)));
      }
    }
  }

  /** The lowest bits of a hash decide, so that a coarser sample is part of a finer one. */
  private boolean isSampled(double position) {
    long hash = Double.doubleToLongBits(position) * 0x9E3779B97F4A7C15L;
    return !Double.isNaN(position) && (hash >>> 33 & mask) == 0;
  }

  private void addPosition(double position) {
    if (Double.isNaN(first)) {
      first = position;
      least = position;
      most = position;
    } else {
      widestStep = Math.max(widestStep, position - newest);
    }
    least = Math.min(least, position);
    most = Math.max(most, position);
    newest = position;
  }

  LogOutline outline() {
    return new LogOutline(
        firstTime, bySteps, first, least, most, widestStep, namesSet, tunes, values);
  }
}

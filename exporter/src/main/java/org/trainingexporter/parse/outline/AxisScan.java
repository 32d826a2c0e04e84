package org.trainingexporter.parse.outline;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;

/** Makes one axis of a log's outline from its records, in bounded memory. */
final class AxisScan {
  /** Positions in the sample of one signal, at most. */
  private static final int MOST_SAMPLED = 256;

  private final Signal counted;
  private final Map<Signal, Map<Double, Double>> values = new EnumMap<>(Signal.class);
  private double first = Double.NaN;
  private double least = Double.NaN;
  private double most = Double.NaN;
  private double newest = Double.NaN;
  private double widestStep;

  /** Positions whose hash has one of these bits are not in the sample. */
  private int mask;

  AxisScan(Signal counted) {
    this.counted = counted;
  }

  void add(LogRecord record) {
    double position = record.value(counted);
    if (Double.isNaN(position)) {
      return;
    }
    if (isSampled(position)) {
      for (int i = 0; i < record.size(); i++) {
        addValue(record.field(i).signal, position, record.value(i));
      }
    }
    if (record.has(Evidence.TRAINING) || record.has(Evidence.VALIDATION)) {
      addPosition(position);
    }
  }

  private void addValue(Signal signal, double position, double value) {
    boolean says = signal.evidence == Evidence.TRAINING || signal.evidence == Evidence.VALIDATION;
    if (says && !signal.isValue() && Double.isFinite(value)) {
      Map<Double, Double> sample = values.computeIfAbsent(signal, s -> new HashMap<>());
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
    return (hash >>> 33 & mask) == 0;
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

  OutlineAxis axis() {
    return new OutlineAxis(first, least, most, widestStep, values);
  }
}

package org.trainingexporter.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The newest 100 values with the step of each, and what the metrics' definitions make of them. */
final class OwnWindow {
  private record Value(double step, double value) {}

  private final List<Value> all = new ArrayList<>();

  void add(double step, double value) {
    all.add(new Value(step, value));
    if (all.size() > 100) {
      all.remove(0);
    }
  }

  /** Forgets what stands above. */
  void rewind(double step) {
    all.removeIf(it -> it.step() > step);
  }

  void clear() {
    all.clear();
  }

  int size() {
    return all.size();
  }

  private DoubleStream newest(int count) {
    return all.subList(Math.max(0, all.size() - count), all.size()).stream()
        .mapToDouble(Value::value);
  }

  double mean(int count) {
    return newest(count).average().orElseThrow();
  }

  double median(int count) {
    return median(newest(count));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  double most() {
    return newest(all.size()).max().orElseThrow();
  }

  long zeros() {
    return newest(all.size()).filter(it -> it == 0).count();
  }

  /** Above a multiple of the median of the last 100, and 6 scaled deviations above it. */
  boolean isSpike(double value, double factor) {
    if (all.size() < 20) {
      return false;
    }
    double median = median(100);
    double deviation = 1.4826 * median(newest(100).map(it -> Math.abs(it - median)));
    return median > 0 && value > factor * median && value - median >= 6 * deviation;
  }
}

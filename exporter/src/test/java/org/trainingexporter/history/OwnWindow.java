package org.trainingexporter.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The newest 100 values with the step of each, and what the metrics' definitions make of them. */
final class OwnWindow {
  private record Value(double step, double value) {}

  private final List<Value> all = new ArrayList<>();

  /** How many were added since it began. */
  private int count;

  void add(double step, double value) {
    count++;
    all.add(new Value(step, value));
    if (all.size() > 100) {
      all.remove(0);
    }
  }

  /** Forgets what stands above. */
  void rewind(double step) {
    int before = all.size();
    all.removeIf(it -> it.step() > step);
    count = all.isEmpty() ? 0 : count - (before - all.size());
  }

  void clear() {
    all.clear();
    count = 0;
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

  /** The mean of at most so many, and of at most a tenth of all. */
  double smoothed(int most) {
    return mean(Math.max(1, Math.min(most, count / 10)));
  }

  /** The sum of these over the sum of what is as old in the other, where that is no pause. */
  double per(OwnWindow seconds) {
    double sum = 0;
    double time = 0;
    for (int i = 0; i < all.size(); i++) {
      if (seconds.all.get(i).value() <= 600) {
        sum += all.get(i).value();
        time += seconds.all.get(i).value();
      }
    }
    return sum / time;
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

  /**
   * Above a multiple of the median of the last 100, or of fewer in a short log, 6 scaled deviations
   * above it, and above a multiple of the 95th percentile.
   */
  boolean isHigh(double value, double factor, double overUpper) {
    if (all.size() < 20) {
      return false;
    }
    int window = Math.min(all.size(), Math.max(20, count / 5));
    double median = median(window);
    double deviation = 1.4826 * median(newest(window).map(it -> Math.abs(it - median)));
    double upper = newest(window).sorted().toArray()[(int) Math.ceil(0.95 * window) - 1];
    return median > 0
        && value > factor * median
        && value > overUpper * upper
        && value - median >= 6 * deviation;
  }
}

package org.trainingexporter.gpu.demo;

/** A counter that sums a rate. It starts at a day's worth of the first rate. One thread. */
final class DemoMeter {
  private static final double DAY = 86_400;

  private double total = Double.NaN;
  private double lastSeconds;

  double read(double rate, double nowSeconds) {
    if (Double.isNaN(total)) {
      total = rate * DAY;
    } else {
      total += rate * Math.max(0, nowSeconds - lastSeconds);
    }
    lastSeconds = nowSeconds;
    return total;
  }
}

package org.trainingexporter.gpu.demo;

/** A counter that sums up a rate; the first reading starts it at what a day would have given. */
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

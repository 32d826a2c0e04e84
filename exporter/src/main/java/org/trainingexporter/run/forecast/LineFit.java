package org.trainingexporter.run.forecast;

/**
 * The straight line through points by least squares, and how sure it is of a value to come. A line
 * never falls from left to right: where the points do, it is level.
 */
final class LineFit {
  private final int n;
  private final double meanX;
  private final double meanY;
  private final double spreadX;
  private final double slope;
  private final double residual;

  LineFit(double[] x, double[] y) {
    n = x.length;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < n; i++) {
      sumX += x[i];
      sumY += y[i];
    }
    meanX = sumX / n;
    meanY = sumY / n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    spreadX = xx;
    slope = xx > 0 ? Math.max(0, xy / xx) : 0;
    residual = Math.max(0, yy - 2 * slope * xy + slope * slope * xx);
  }

  double at(double x) {
    return meanY + slope * (x - meanX);
  }

  /** The sum of squared distances of the points from the line. */
  double residual() {
    return residual;
  }

  /**
   * The variance of a value to come, in units of the points' own.
   *
   * @param independent of how many independent points the line is as sure as it is
   */
  double varianceAt(double x, double independent) {
    double lever = spreadX > 0 ? (x - meanX) * (x - meanX) / spreadX : 0;
    return 1 + (1.0 / n + lever) * n / independent;
  }
}

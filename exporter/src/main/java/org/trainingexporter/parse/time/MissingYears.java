package org.trainingexporter.parse.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntToDoubleFunction;

/**
 * The year of times that leave it out: near the time before, else the newest that does not lie
 * after the file's last change.
 */
final class MissingYears {
  private static final double DAY = 86_400;

  private double near = Double.NaN;
  private double last = Double.NaN;

  void startAt(double seconds) {
    near = seconds;
  }

  void start() {
    near = Double.NaN;
  }

  void endAt(double seconds) {
    last = seconds;
    near = Double.NaN;
  }

  /**
   * Seconds since 1970 in the year that fits best; NaN where nothing says which.
   *
   * @param time the time in a given year
   */
  double nearest(IntToDoubleFunction time) {
    double reference = Double.isNaN(near) ? last : near;
    if (Double.isNaN(reference)) {
      return Double.NaN;
    }
    int year = Instant.ofEpochSecond((long) reference).atOffset(ZoneOffset.UTC).getYear();
    double best = Double.NaN;
    for (int y = year - 1; y <= year + 1; y++) {
      double at = time.applyAsDouble(y);
      boolean fits =
          Double.isNaN(near)
              ? at <= last + DAY
              : Double.isNaN(best) || Math.abs(at - near) < Math.abs(best - near);
      best = fits ? at : best;
    }
    near = Double.isNaN(best) ? near : best;
    return best;
  }
}

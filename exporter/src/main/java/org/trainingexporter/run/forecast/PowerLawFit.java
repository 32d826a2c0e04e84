package org.trainingexporter.run.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The power law {@code a + b * t^-c} through losses. For each exponent of a grid the best line is
 * found; each counts as much as the losses make it likely. So the band is wide where the losses do
 * not say which exponent is theirs.
 */
final class PowerLawFit {
  private static final int FEWEST = 4;
  private static final double HIGHEST_EXPONENT = 3;
  private static final int EXPONENTS = 25;

  /**
   * A law does not know that the learning rate will fall, or that the loss will rise again. By its
   * errors over logs of others, about this part of the change that it foretells is not to be relied
   * on; a standard deviation.
   */
  private static final double DOUBT = 0.45;

  /** Normal quantiles of 5 %, 15 %, ... 95 %. */
  private static final double[] NORMAL = {
    -1.6449, -1.0364, -0.6745, -0.3853, -0.1257, 0.1257, 0.3853, 0.6745, 1.0364, 1.6449
  };

  private final double end;
  private final LineFit[] lines = new LineFit[EXPONENTS];
  private final double[] weights = new double[EXPONENTS];
  private final double independent;
  private final double freedom;

  private PowerLawFit(double[] positions, double[] losses) {
    int n = positions.length;
    end = positions[n - 1];
    LineFit best = null;
    double[] bestX = new double[0];
    for (int k = 0; k < EXPONENTS; k++) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = scaled(positions[i], exponent(k));
      }
      lines[k] = new LineFit(x, losses);
      if (best == null || lines[k].residual() < best.residual()) {
        best = lines[k];
        bestX = x;
      }
    }
    independent = n * independence(best, bestX, losses);
    freedom = Math.max(1, independent - 3);
    double noise = Math.max(best.residual(), Double.MIN_NORMAL);
    for (int k = 0; k < EXPONENTS; k++) {
      weights[k] = Math.pow(noise / Math.max(lines[k].residual(), noise), independent / 2);
    }
  }

  /**
   * Fits positions that rise, all above 0, and their losses.
   *
   * @return empty where they are too few, or rise in the end
   */
  static Optional<PowerLawFit> of(double[] positions, double[] losses) {
    boolean fits =
        positions.length >= FEWEST
            && positions[0] > 0
            && positions[positions.length - 1] > positions[0];
    return fits && !rises(positions, losses)
        ? Optional.of(new PowerLawFit(positions, losses))
        : Optional.empty();
  }

  /** Whether the losses rise by more than chance. */
  private static boolean rises(double[] positions, double[] losses) {
    double[] falling = Arrays.stream(losses).map(loss -> -loss).toArray();
    LineFit rise = new LineFit(positions, losses);
    LineFit level = new LineFit(positions, falling);
    int n = positions.length;
    // A line that may only rise is level for losses that fall, and the other way round.
    double explained = level.residual() - rise.residual();
    return explained > 4 * rise.residual() / (n - 2);
  }

  private static double exponent(int k) {
    double part = (double) k / (EXPONENTS - 1);
    return HIGHEST_EXPONENT * part * part;
  }

  /** {@code t^-c}, shifted and scaled so that it is 0 at the end, and a logarithm for c = 0. */
  private double scaled(double position, double exponent) {
    double t = position / end;
    return exponent == 0 ? -Math.log(t) : (Math.pow(t, -exponent) - 1) / exponent;
  }

  /** Losses that lie on one side of the curve in a row are not independent of one another. */
  private static double independence(LineFit line, double[] x, double[] losses) {
    double product = 0;
    double square = 0;
    double before = 0;
    for (int i = 0; i < x.length; i++) {
      double distance = losses[i] - line.at(x[i]);
      product += i == 0 ? 0 : before * distance;
      square += distance * distance;
      before = distance;
    }
    double correlation = square > 0 ? Math.min(0.9, Math.max(0, product / square)) : 0;
    return (1 - correlation) / (1 + correlation);
  }

  /** The loss at a position that is not before the newest. */
  LossForecast at(double position) {
    int count = EXPONENTS * NORMAL.length;
    double[] values = new double[count];
    double[] shares = new double[count];
    for (int k = 0; k < EXPONENTS; k++) {
      double x = scaled(Math.max(end, position), exponent(k));
      double doubt = DOUBT * (lines[k].at(0) - lines[k].at(x));
      double chance = lines[k].residual() / freedom * lines[k].varianceAt(x, independent);
      double deviation = Math.sqrt(chance + doubt * doubt);
      for (int j = 0; j < NORMAL.length; j++) {
        values[k * NORMAL.length + j] = lines[k].at(x) + deviation * NORMAL[j];
        shares[k * NORMAL.length + j] = weights[k];
      }
    }
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = Arrays.stream(shares).sum();
    return new LossForecast(
        position,
        quantile(0.1 * all, order, values, shares),
        quantile(0.5 * all, order, values, shares),
        quantile(0.9 * all, order, values, shares));
  }

  private static double quantile(double share, int[] order, double[] values, double[] shares) {
    double passed = 0;
    for (int i = 0; i + 1 < order.length; i++) {
      double middle = passed + shares[order[i]] / 2;
      passed += shares[order[i]];
      double next = passed + shares[order[i + 1]] / 2;
      if (share <= next) {
        double part = Math.max(0, (share - middle) / (next - middle));
        return values[order[i]] + part * (values[order[i + 1]] - values[order[i]]);
      }
    }
    return values[order[order.length - 1]];
  }
}

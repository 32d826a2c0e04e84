package org.trainingexporter.demo.story;

import java.util.SplittableRandom;

/**
 * A run's losses by step, without noise. The seed varies them a little. The validation loss is
 * lowest at step 4,000, rises, falls to a second minimum near 9,500 and then rises to the end.
 */
public final class LossCurves {
  private final double level;
  private final double decay;
  private final double phase;

  public LossCurves(long seed) {
    SplittableRandom random = Noise.SHAPE.at(seed, 0);
    level = random.nextDouble(-0.04, 0.04);
    decay = random.nextDouble(0.95, 1.05);
    phase = random.nextDouble(2 * Math.PI);
  }

  public double training(int step) {
    return 1.15 + level + decaying(0.75, step, 450) + decaying(0.55, step, 3_500) + drift(step);
  }

  public double validation(int step) {
    return 1.25
        + level
        + decaying(0.75, step, 500)
        + decaying(0.50, step, 2_600)
        + 0.10 * bump(step, 5_600, 900)
        + 0.05 * bump(step, 12_000, 1_200);
  }

  public double auxiliary(int step) {
    double dead = Story.expertIsDead(step) ? 0.0025 : 0;
    return 0.0172 + decaying(0.004, step, 1_200) + dead + 0.01 * drift(step);
  }

  public double gradientNorm(int step) {
    return 0.52 + decaying(0.38, step, 900) + drift(step);
  }

  private double decaying(double height, int step, double scale) {
    return height * StrictMath.exp(-step / (scale * decay));
  }

  private double drift(int step) {
    return 0.015 * StrictMath.sin(step / 170.0 + phase)
        + 0.010 * StrictMath.sin(step / 61.0 + 2 * phase);
  }

  private static double bump(int step, double centre, double width) {
    double distance = (step - centre) / width;
    return StrictMath.exp(-distance * distance / 2);
  }
}

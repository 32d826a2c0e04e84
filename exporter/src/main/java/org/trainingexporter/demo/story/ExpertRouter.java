package org.trainingexporter.demo.story;

import java.util.SplittableRandom;
import org.trainingexporter.demo.record.ExpertUsageRecord;

/**
 * Simulates how a mixture-of-experts router spreads tokens: unevenly at first, more evenly as the
 * balancing loss takes effect. For some time one expert of one layer gets none.
 */
public final class ExpertRouter {
  private static final int TOKENS = 77_240;
  private static final int DEAD_LAYER = 3;
  private static final int DEAD_EXPERT = 7;

  private final long seed;
  private final int layers;
  private final int experts;
  private final double[][] preference;
  private final double[][] phase;

  public ExpertRouter(long seed, int layers, int experts) {
    this.seed = seed;
    this.layers = layers;
    this.experts = experts;
    preference = new double[layers][experts];
    phase = new double[layers][experts];
    for (int layer = 0; layer < layers; layer++) {
      SplittableRandom random = Noise.ROUTER.at(seed, layer);
      for (int expert = 0; expert < experts; expert++) {
        preference[layer][expert] = Math.max(-2, Math.min(2, random.nextGaussian()));
        phase[layer][expert] = random.nextDouble(2 * Math.PI);
      }
    }
  }

  /** The record of a line; time in microseconds since 1970. */
  public ExpertUsageRecord usage(int line, long micros) {
    int step = Story.step(line);
    int[][] counts = new int[layers][];
    for (int layer = 0; layer < layers; layer++) {
      counts[layer] = counts(layer, step, Noise.TOKENS.at(seed, (long) line * layers + layer));
    }
    return new ExpertUsageRecord(step, micros, counts);
  }

  private int[] counts(int layer, int step, SplittableRandom random) {
    double spread = 0.12 + 0.35 * StrictMath.exp(-step / 2_500.0);
    double[] weights = new double[experts];
    double sum = 0;
    for (int expert = 0; expert < experts; expert++) {
      double drift = 0.08 * StrictMath.sin(step / 900.0 + phase[layer][expert]);
      double noise = 0.02 * random.nextGaussian();
      weights[expert] = StrictMath.exp(spread * preference[layer][expert] + drift + noise);
      if (isDead(layer, expert, step)) {
        weights[expert] = 0;
      }
      sum += weights[expert];
    }
    int[] counts = new int[experts];
    for (int expert = 0; expert < experts; expert++) {
      counts[expert] = (int) Math.round(TOKENS * weights[expert] / sum);
    }
    return counts;
  }

  private boolean isDead(int layer, int expert, int step) {
    return layer == Math.min(DEAD_LAYER, layers - 1)
        && expert == Math.min(DEAD_EXPERT, experts - 1)
        && Story.expertIsDead(step);
  }
}

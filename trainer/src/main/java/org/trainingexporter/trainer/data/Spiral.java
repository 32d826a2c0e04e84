package org.trainingexporter.trainer.data;

import java.util.Random;

/** Three arms of a spiral with noise: points of the plane that no straight line tells apart. */
public final class Spiral {
  /** No point is farther than this from the middle, in x or y. */
  public static final double REACH = 1.0;

  /** How many points there are. */
  public static final int POINTS = 1_000;

  private static final int ARMS = 3;
  private static final double TURN = 4.0;
  private static final double NOISE = 0.15;

  private Spiral() {}

  public static Examples draw(Random random) {
    float[] features = new float[POINTS * 2];
    int[] labels = new int[POINTS];
    for (int i = 0; i < POINTS; i++) {
      int arm = i % ARMS;
      double radius = (double) i / POINTS;
      double angle = TURN * (radius + arm * 2 * Math.PI / ARMS / TURN);
      angle += NOISE * random.nextGaussian();
      features[2 * i] = (float) (radius * Math.sin(angle));
      features[2 * i + 1] = (float) (radius * Math.cos(angle));
      labels[i] = arm;
    }
    return new Examples(new int[] {2}, features, labels, ARMS);
  }
}

package org.trainingexporter.trainer.data;

import java.util.Random;

/** Points on three noisy arms of a spiral, which no straight line separates. */
public final class Spiral {
  /** The largest distance of a point from the centre, in x and y. */
  public static final double REACH = 1.0;

  /** The number of points. */
  public static final int POINTS = 1_000;

  private static final int ARMS = 3;
  private static final double TURN = 4.0;
  private static final double NOISE = 0.15;

  private Spiral() {}

  /** Draws the points, the arms in turn. */
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

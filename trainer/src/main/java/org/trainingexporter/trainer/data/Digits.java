package org.trainingexporter.trainer.data;

import java.util.Random;

/** Drawn digits of 28 by 28 pixels, with random shift, rotation, size, stroke width and noise. */
public final class Digits {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final double NOISE = 0.08;

  /** The strokes of each digit as corners x,y from -1 to 1, y downwards; a space lifts the pen. */
  private static final String[] STROKES = {
    "-.5,-.6;0,-.9;.5,-.6;.6,0;.5,.6;0,.9;-.5,.6;-.6,0;-.5,-.6",
    "-.3,-.5;.1,-.9;.1,.9",
    "-.5,-.5;-.1,-.9;.4,-.7;.5,-.3;-.5,.9;.6,.9",
    "-.5,-.8;.2,-.9;.5,-.5;.2,-.1;-.1,0;.2,.05;.5,.45;.2,.9;-.5,.8",
    "-.1,-.9;-.6,.3;.6,.3 .3,-.2;.3,.9",
    ".5,-.9;-.4,-.9;-.5,-.1;.2,-.2;.5,.3;.2,.8;-.5,.9",
    ".4,-.9;-.2,-.5;-.5,.2;-.3,.8;.2,.9;.5,.5;.3,.1;-.2,.1;-.5,.4",
    "-.5,-.9;.6,-.9;0,.9",
    "0,-.05;-.4,-.4;-.2,-.9;.2,-.9;.4,-.4;0,-.05;-.5,.4;-.2,.9;.2,.9;.5,.4;0,-.05",
    "-.4,.9;.2,.5;.5,-.2;.3,-.8;-.2,-.9;-.5,-.5;-.3,-.1;.2,-.1;.5,-.4",
  };

  private Digits() {}

  /** Draws digits, the classes in turn. */
  public static Examples draw(int count, Random random) {
    float[] features = new float[count * SIDE * SIDE];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
      draw(STROKES[labels[i]], features, i * SIDE * SIDE, random);
    }
    return new Examples(new int[] {1, SIDE, SIDE}, features, labels, CLASSES);
  }

  private static void draw(String strokes, float[] picture, int at, Random random) {
    double turn = 0.2 * random.nextGaussian();
    double size = 8 + 2 * random.nextDouble();
    double left = SIDE / 2.0 + 1.5 * random.nextGaussian();
    double top = SIDE / 2.0 + 1.5 * random.nextGaussian();
    double width = 0.8 + 0.8 * random.nextDouble();
    for (String stroke : strokes.split(" ", -1)) {
      double[] before = null;
      for (String corner : stroke.split(";", -1)) {
        int comma = corner.indexOf(',');
        double x = size * Double.parseDouble(corner.substring(0, comma));
        double y = size * Double.parseDouble(corner.substring(comma + 1));
        double[] here = {
          left + x * Math.cos(turn) - y * Math.sin(turn),
          top + x * Math.sin(turn) + y * Math.cos(turn)
        };
        if (before != null) {
          line(before, here, width, picture, at);
        }
        before = here;
      }
    }
    for (int i = 0; i < SIDE * SIDE; i++) {
      picture[at + i] += (float) (NOISE * random.nextGaussian());
    }
  }

  private static void line(double[] from, double[] to, double width, float[] picture, int at) {
    double reach = width + 0.5;
    int left = (int) Math.max(0, Math.min(from[0], to[0]) - reach);
    int top = (int) Math.max(0, Math.min(from[1], to[1]) - reach);
    for (int y = top; y < Math.min(SIDE, Math.max(from[1], to[1]) + reach); y++) {
      for (int x = left; x < Math.min(SIDE, Math.max(from[0], to[0]) + reach); x++) {
        double ink = Math.min(1, Math.max(0, reach - distance(x, y, from, to)));
        int pixel = at + y * SIDE + x;
        picture[pixel] = Math.max(picture[pixel], (float) ink);
      }
    }
  }

  private static double distance(double x, double y, double[] from, double[] to) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    along = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
  }
}

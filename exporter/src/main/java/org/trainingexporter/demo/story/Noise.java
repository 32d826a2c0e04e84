package org.trainingexporter.demo.story;

import java.util.SplittableRandom;

/** Sources of random numbers: the same seed, source and index always give the same numbers. */
public enum Noise {
  SHAPE(1),
  LOSS(2),
  VALIDATION(3),
  ROUTER(4),
  TOKENS(5),
  TIME(6);

  // Odd, and not the golden ratio: SplittableRandom advances by that, so neighbouring seeds would
  // give the same sequence, shifted.
  private static final long STRIDE = 0xD1342543DE82EF95L;

  private final int source;

  Noise(int source) {
    this.source = source;
  }

  /** The random numbers of one index. */
  public SplittableRandom at(long seed, long index) {
    return new SplittableRandom(seed ^ ((index * 8 + source) * STRIDE));
  }
}

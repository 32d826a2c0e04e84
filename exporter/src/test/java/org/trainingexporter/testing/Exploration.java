package org.trainingexporter.testing;

/**
 * How far tests of properties look. They try the same inputs each time, so that a change that they
 * fail is the one that broke them. To look for what nobody has seen, set SEED to an empty string,
 * which picks a new one each time, and raise TIMES.
 */
public final class Exploration {
  /** Seed of all generated inputs; empty picks a new one each time. */
  public static final String SEED = "1";

  /** How many times as often as usual is tried. */
  public static final int TIMES = 1;

  private Exploration() {}
}

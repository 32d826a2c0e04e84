package org.trainingexporter.testing;

/**
 * How far tests of properties look. They try the same inputs each time, so that a change that they
 * fail is the one that broke them. To look for what nobody has seen, empty the seed, which makes it
 * another each time, and try more often.
 */
public final class Exploration {
  /** Of all that is made up; empty for another each time. */
  public static final String SEED = "1";

  /** How many times as often as usual is tried. */
  public static final int TIMES = 1;

  private Exploration() {}
}

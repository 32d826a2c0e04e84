package org.trainingexporter.demo.story;

import java.util.List;

/**
 * What goes wrong in every reference run, and at which line. Line n has step n until the loss
 * becomes NaN at line 3,183. After line 3,188 the run resumes from checkpoint-3000: 188 steps are
 * logged twice, and each later line n has step n - 188.
 */
public final class Story {
  static final int NOT_FINITE_LINE = 3_183;
  public static final int REWIND_LINE = 3_188;
  public static final int REWIND_STEP = 3_000;
  public static final int REPLAYED = REWIND_LINE - REWIND_STEP;

  private static final int DIVERGING_LINE = 3_167;
  private static final double DIVERGENCE = 0.09;

  private static final int SPIKE_LENGTH = 60;
  private static final double SPIKE_FADE = 6;

  // Spikes begin at steps whose gradient norm is logged: those where step % 16 is 15.
  private static final List<Spike> SPIKES =
      List.of(
          new Spike(1_711, 1.4, 5.0),
          new Spike(2_607, 0.0, 4.5),
          new Spike(4_447, 0.1, 6.0),
          new Spike(5_455, 0.0, 5.0),
          new Spike(5_711, 1.2, 4.5),
          new Spike(8_911, 0.9, 5.5));

  private Story() {}

  /** The step of a line. */
  public static int step(int line) {
    return line <= REWIND_LINE ? line : line - REPLAYED;
  }

  /** The number of lines of a run with that many steps. */
  public static int lines(int steps) {
    return steps < REWIND_LINE ? steps : steps + REPLAYED;
  }

  /** What the loss of a line is multiplied by. */
  public static double lossFactor(int line) {
    if (line >= NOT_FINITE_LINE && line <= REWIND_LINE) {
      return Double.NaN;
    }
    if (line >= DIVERGING_LINE && line < NOT_FINITE_LINE) {
      return StrictMath.exp((line - DIVERGING_LINE) * DIVERGENCE);
    }
    int step = step(line);
    return 1 + SPIKES.stream().mapToDouble(spike -> spike.loss * spike.share(step)).sum();
  }

  /** What the gradient norm of a line is multiplied by. */
  public static double gradientFactor(int line) {
    if (line >= NOT_FINITE_LINE && line <= REWIND_LINE) {
      return Double.NaN;
    }
    int step = step(line);
    double diverging = line == DIVERGING_LINE ? 4 : 0;
    return 1
        + diverging
        + SPIKES.stream().mapToDouble(spike -> spike.gradient * spike.share(step)).sum();
  }

  static boolean expertIsDead(int step) {
    return step >= 1_800 && step <= 2_600;
  }

  private record Spike(int step, double loss, double gradient) {
    private double share(int now) {
      int since = now - step;
      return since < 0 || since > SPIKE_LENGTH ? 0 : StrictMath.exp(-since / SPIKE_FADE);
    }
  }
}

package org.trainingexporter.testing;

import java.util.Collections;

/** Lines of logs as tests write them: short, with a time that a step's second tells. */
public final class Lines {
  private static final double START = 1_763_798_400;

  private Lines() {}

  /** A training record, a second a step. */
  public static String train(int step) {
    return train(step, 2);
  }

  public static String train(int step, double loss) {
    return "{\"step\":%d,\"loss\":%s,\"timestamp\":%.1f}\n".formatted(step, loss, time(step));
  }

  /** Training records from one step to another, both of them included. */
  public static String trains(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int step = from; step <= to; step++) {
      out.append(train(step));
    }
    return out.toString();
  }

  public static String eval(int step, double loss) {
    return "{\"step\":%d,\"eval_loss\":%s,\"timestamp\":%.1f}\n"
        .formatted(step, loss, time(step) + 0.5);
  }

  /** A list of so many equal counts. */
  public static String counts(int bins, int count) {
    return Collections.nCopies(bins, count).toString();
  }

  /** Seconds since 1970. */
  public static double time(int step) {
    return START + step;
  }
}

package org.trainingexporter.watch;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of one made-up training, as different writers log it. */
final class MadeTraining {
  private MadeTraining() {}

  static double loss(int step) {
    return 3 - step / 64.0;
  }

  /** A line for each step, with its end. */
  static String steps(int first, int last, IntFunction<String> line) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  /** Lines of JSON from step 1. */
  static String lines(int last) {
    return lines(last, 0);
  }

  /**
   * Those of a training with another loss.
   *
   * @param more that it is higher by
   */
  static String lines(int last, double more) {
    return steps(1, last, i -> "{\"step\":" + i + ",\"loss\":" + (loss(i) + more) + "}");
  }
}

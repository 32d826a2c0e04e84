package org.trainingexporter.watch.relation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.outline.LogOutline;
import org.trainingexporter.parse.outline.OutlineAxis;

/**
 * Whether two logs tell of one training: the positions of the shorter lie within the longer's, and
 * a signal that both have agrees at nine in ten common positions, to the digits of the coarser.
 * Steps are compared with steps, else epochs with epochs. Where one counts only steps and the other
 * only epochs, as Keras' event files and its table do, the values have to leave no doubt.
 */
final class SameTraining {
  private static final double SHARE = 0.9;

  /** Two writers round a float in their own ways. */
  private static final double FLOAT = 1e-6;

  /** Signals that differ from training to training; a learning rate's schedule does not. */
  private static final List<Signal> TELLING =
      List.of(
          Signal.LOSS,
          Signal.VALIDATION_LOSS,
          Signal.REWARD,
          Signal.GRADIENT_NORM,
          Signal.TRAIN_ACCURACY,
          Signal.VALIDATION_ACCURACY,
          Signal.VALIDATION_PERPLEXITY,
          Signal.AUXILIARY_LOSS);

  /** Equal values at so many positions are no coincidence, or at one to so fine a rounding. */
  private static final int MANY = 3;

  private static final double FINE = 1e-5;

  private SameTraining() {}

  /**
   * Compares two logs.
   *
   * @param isNear whether they lie in one directory, so that without a common signal their
   *     positions decide
   */
  static boolean isOf(LogOutline one, LogOutline other, boolean isNear) {
    if (one.steps().hasPositions() && other.steps().hasPositions()) {
      return isOf(one.steps(), other.steps(), isNear, false);
    }
    if (one.epochs().hasPositions() && other.epochs().hasPositions()) {
      return isOf(one.epochs(), other.epochs(), isNear, false);
    }
    return isOf(one.positions(), other.positions(), false, true);
  }

  private static boolean isOf(
      OutlineAxis one, OutlineAxis other, boolean mayShareNothing, boolean mustBeSure) {
    boolean isShorter = one.width() <= other.width();
    OutlineAxis shorter = isShorter ? one : other;
    OutlineAxis longer = isShorter ? other : one;
    if (!one.hasPositions() || !other.hasPositions() || !shorter.liesWithin(longer)) {
      return false;
    }
    List<Signal> common =
        TELLING.stream()
            .filter(s -> one.values().containsKey(s) && other.values().containsKey(s))
            .toList();
    return (mayShareNothing && common.isEmpty())
        || common.stream()
            .anyMatch(s -> agree(one.values().get(s), other.values().get(s), mustBeSure));
  }

  private static boolean agree(
      Map<Double, Double> one, Map<Double, Double> other, boolean mustBeSure) {
    double tolerance = Math.max(rounding(one), rounding(other));
    int common = 0;
    int equal = 0;
    for (Map.Entry<Double, Double> at : one.entrySet()) {
      Double theirs = other.get(at.getKey());
      if (theirs != null) {
        double off = Math.abs(at.getValue() - theirs);
        common++;
        equal += off <= Math.max(tolerance, FLOAT * Math.abs(theirs)) ? 1 : 0;
      }
    }
    boolean isSure = !mustBeSure || common >= MANY || tolerance < FINE;
    return common > 0 && isSure && equal >= SHARE * common;
  }

  /** Half a unit of the last decimal that any of the values has. */
  private static double rounding(Map<Double, Double> values) {
    int decimals = 0;
    for (double value : values.values()) {
      decimals = Math.max(decimals, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    }
    return 0.501 * Math.pow(10, -decimals);
  }
}

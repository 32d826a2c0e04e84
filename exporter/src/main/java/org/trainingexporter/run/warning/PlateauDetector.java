package org.trainingexporter.run.warning;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Finds a loss that does not fall. Finite training losses are joined to blocks of 100; a block
 * falls when its mean is below the lowest mean before it by a thousandth of that. The third block
 * in a row that does not fall begins a plateau, and the next that falls ends it. A block at a tenth
 * of the highest learning rate counts as a tenth of a block, since less is learnt in it by plan.
 */
final class PlateauDetector {
  private static final int BLOCK = 100;
  private static final double FALL = 1e-3;
  private static final int PATIENCE = 3;

  private final WarningLog warnings;
  private double sum;
  private int count;
  private double lowest = UNKNOWN;
  private int blocks;
  private double weight;

  PlateauDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /**
   * Adds a training record's loss.
   *
   * @param rateShare the learning rate as a share of its highest
   */
  void train(double loss, double rateShare, RecordPosition at) {
    if (!Double.isFinite(loss)) {
      return;
    }
    sum += loss;
    if (++count == BLOCK) {
      endBlock(sum / BLOCK, rateShare, at);
      sum = 0;
      count = 0;
    }
  }

  private void endBlock(double mean, double rateShare, RecordPosition at) {
    if (isUnknown(lowest) || mean < lowest - FALL * Math.abs(lowest)) {
      lowest = mean;
      blocks = 0;
      weight = 0;
      warnings.clear(WarningKind.PLATEAU);
      return;
    }
    blocks++;
    weight += rateShare;
    if (weight >= PATIENCE) {
      warnings.show(WarningKind.PLATEAU, at, this::message);
    }
  }

  private String message() {
    return String.format(
        Locale.ROOT,
        "plateau: the mean loss of 100 records has not fallen below %.5g for %d records",
        lowest,
        blocks * BLOCK);
  }

  /** Drops the past: the training went back or began again. */
  void restart() {
    sum = 0;
    count = 0;
    lowest = UNKNOWN;
    blocks = 0;
    weight = 0;
    warnings.clear(WarningKind.PLATEAU);
  }
}

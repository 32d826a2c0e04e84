package org.trainingexporter.run.warning;

import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Tells a loss that does not fall. The training records' finite losses are taken in blocks of 100;
 * the mean of a block falls when it is below the lowest before it by a thousandth of that. The
 * third block in a row that does not fall shows it, and each that follows. A block at a tenth of
 * the highest learning rate counts as a tenth of a block: less is learnt in it, as was planned.
 */
public final class PlateauDetector {
  private static final int BLOCK = 100;
  private static final double FALL = 1e-3;
  private static final int PATIENCE = 3;

  private final WarningLog warnings;
  private double sum;
  private int count;
  private double lowest = Double.NaN;
  private int blocks;
  private double patience;

  public PlateauDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /**
   * A training record's loss.
   *
   * @param rate the learning rate as a share of its highest
   */
  public void train(double loss, double rate, RecordPosition at) {
    if (!Double.isFinite(loss)) {
      return;
    }
    sum += loss;
    if (++count == BLOCK) {
      end(sum / BLOCK, rate, at);
      sum = 0;
      count = 0;
    }
  }

  private void end(double mean, double rate, RecordPosition at) {
    if (Double.isNaN(lowest) || mean < lowest - FALL * Math.abs(lowest)) {
      lowest = mean;
      blocks = 0;
      patience = 0;
      warnings.clear(WarningLog.WarningKind.PLATEAU);
      return;
    }
    blocks++;
    patience += rate;
    if (patience >= PATIENCE) {
      warnings.show(WarningLog.WarningKind.PLATEAU, at, this::message);
    }
  }

  private String message() {
    return String.format(
        Locale.ROOT,
        "plateau: the mean loss of 100 records has not fallen below %.5g for %d records",
        lowest,
        blocks * BLOCK);
  }

  /** The past is no measure any more: the training went back or began again. */
  public void restart() {
    sum = 0;
    count = 0;
    lowest = Double.NaN;
    blocks = 0;
    patience = 0;
  }
}

package org.trainingexporter.run.warning;

import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Tells overfitting: each of the newest 3 evaluations has a higher validation loss than the one
 * before it, while the mean training loss since the evaluation before the newest is below what it
 * was up to the last one before the rise.
 */
public final class OverfittingDetector {
  private static final int RISES = 3;

  private final WarningLog warnings;
  private double sum;
  private long count;
  private double validationLoss = Double.NaN;
  private double trainingLoss = Double.NaN;

  /** The mean training loss at the evaluation that the validation loss rises from. */
  private double before = Double.NaN;

  private int rises;

  public OverfittingDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /** A training record's loss. */
  public void train(double loss) {
    if (Double.isFinite(loss)) {
      sum += loss;
      count++;
    }
  }

  /** An evaluation; NaN where it tells no loss. */
  public void evaluate(double loss, RecordPosition at) {
    if (Double.isNaN(loss)) {
      return;
    }
    if (loss > validationLoss) {
      before = rises == 0 ? trainingLoss : before;
      rises++;
    } else {
      rises = 0;
    }
    validationLoss = loss;
    if (count > 0) {
      trainingLoss = sum / count;
      sum = 0;
      count = 0;
    }
    if (rises >= RISES && trainingLoss < before) {
      warnings.show(WarningLog.WarningKind.OVERFITTING, at, this::message);
    } else {
      warnings.clear(WarningLog.WarningKind.OVERFITTING);
    }
  }

  private String message() {
    return String.format(
        Locale.ROOT,
        "overfitting: the validation loss rose %d times in a row to %.5g, the training loss fell"
            + " from %.5g to %.5g",
        rises,
        validationLoss,
        before,
        trainingLoss);
  }

  /** The past is no measure any more: the training went back or began again. */
  public void restart() {
    sum = 0;
    count = 0;
    validationLoss = Double.NaN;
    trainingLoss = Double.NaN;
    before = Double.NaN;
    rises = 0;
  }
}

package org.trainingexporter.run.warning;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Finds overfitting: each of the newest 3 validations has a higher loss than the one before it,
 * while the mean training loss since the validation before the newest is below the one at the
 * validation from which the loss rises.
 */
final class OverfittingDetector {
  private static final int RISES = 3;

  private final WarningLog warnings;
  private double sum;
  private long count;
  private double validationLoss = UNKNOWN;
  private double trainingLoss = UNKNOWN;

  /** The mean training loss at the validation from which the loss rises. */
  private double trainingLossBefore = UNKNOWN;

  private int rises;

  OverfittingDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /** Adds a training record's loss. */
  void train(double loss) {
    if (Double.isFinite(loss)) {
      sum += loss;
      count++;
    }
  }

  /** Adds the loss of a validation, which may be unknown. */
  void validate(double loss, RecordPosition at) {
    if (isUnknown(loss)) {
      return;
    }
    if (loss > validationLoss) {
      trainingLossBefore = rises == 0 ? trainingLoss : trainingLossBefore;
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
    if (rises >= RISES && trainingLoss < trainingLossBefore) {
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
        trainingLossBefore,
        trainingLoss);
  }

  /** Drops the past: the training went back or began again. */
  void restart() {
    sum = 0;
    count = 0;
    validationLoss = UNKNOWN;
    trainingLoss = UNKNOWN;
    trainingLossBefore = UNKNOWN;
    rises = 0;
  }
}

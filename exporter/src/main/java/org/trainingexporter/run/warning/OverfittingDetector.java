package org.trainingexporter.run.warning;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Finds overfitting: each of the newest 3 validations has a loss of at least 2 % above the best so
 * far, while the mean training loss since the validation before the newest is below the one that
 * led to the best. It is over when the validation loss comes within 1 % of the best.
 */
final class OverfittingDetector {
  private static final int VALIDATIONS = 3;
  private static final double RISE = 0.02;
  private static final double OVER = 0.01;

  private final WarningLog warnings;
  private double best = UNKNOWN;

  /** The mean training loss that led to the best validation. */
  private double trainingLossAtBest = UNKNOWN;

  private double position = UNKNOWN;

  /** Validations in a row, each at another position, that are so far above the best. */
  private int risen;

  OverfittingDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /**
   * Adds a validation.
   *
   * @param loss may be unknown
   * @param trainingLoss the mean since the validation before; may be unknown
   */
  void validate(double loss, double trainingLoss, RecordPosition at) {
    if (isUnknown(loss)) {
      return;
    }
    if (isUnknown(best) || loss < best) {
      best = loss;
      trainingLossAtBest = trainingLoss;
      position = at.position();
      risen = 0;
      warnings.clear(WarningKind.OVERFITTING);
      return;
    }
    // Nothing was trained before a baseline; what came next is the nearest to it.
    trainingLossAtBest = firstKnown(trainingLossAtBest, trainingLoss);
    double rise = (loss - best) / Math.abs(best);
    boolean isNew = at.position() != position; // some logs tell one validation twice
    position = at.position();
    risen = rise < RISE ? 0 : isNew ? risen + 1 : risen;
    if (risen >= VALIDATIONS && trainingLoss < trainingLossAtBest) {
      warnings.show(WarningKind.OVERFITTING, at, () -> message(loss, trainingLoss));
    } else if (rise < OVER) {
      warnings.clear(WarningKind.OVERFITTING);
    }
  }

  private String message(double loss, double trainingLoss) {
    return String.format(
        Locale.ROOT,
        "overfitting: the validation loss is %.5g, above its best of %.5g for %d validations; the"
            + " training loss fell from %.5g to %.5g",
        loss,
        best,
        risen,
        trainingLossAtBest,
        trainingLoss);
  }

  /** Drops the past: the training went back or began again. */
  void restart() {
    best = UNKNOWN;
    trainingLossAtBest = UNKNOWN;
    position = UNKNOWN;
    risen = 0;
    warnings.clear(WarningKind.OVERFITTING);
  }
}

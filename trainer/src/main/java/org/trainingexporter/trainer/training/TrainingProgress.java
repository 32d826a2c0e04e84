package org.trainingexporter.trainer.training;

import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.ValidationScores;

/**
 * How far a training has come. Immutable.
 *
 * @param finite whether all losses and gradients so far were finite
 * @param validationLoss of the latest validation; NaN before the first
 * @param validationAccuracy of the latest validation, 0 to 1; NaN before the first
 */
public record TrainingProgress(
    ProgressState state,
    long step,
    long steps,
    int epoch,
    double loss,
    boolean finite,
    double validationLoss,
    double validationAccuracy) {

  /** Whether a training goes on, and how it ended. */
  public enum ProgressState {
    RUNNING,
    STOPPED,
    ENDED
  }

  static TrainingProgress start(long steps) {
    return new TrainingProgress(
        ProgressState.RUNNING, 0, steps, 0, Double.NaN, true, Double.NaN, Double.NaN);
  }

  TrainingProgress after(BatchRecord batch) {
    return new TrainingProgress(
        state,
        batch.step(),
        steps,
        batch.epoch(),
        batch.loss(),
        finite && batch.finite(),
        validationLoss,
        validationAccuracy);
  }

  TrainingProgress after(ValidationScores validation) {
    return new TrainingProgress(
        state, step, steps, epoch, loss, finite, validation.loss(), validation.accuracy());
  }

  TrainingProgress ended(boolean stopped) {
    ProgressState end = stopped ? ProgressState.STOPPED : ProgressState.ENDED;
    return new TrainingProgress(
        end, step, steps, epoch, loss, finite, validationLoss, validationAccuracy);
  }
}

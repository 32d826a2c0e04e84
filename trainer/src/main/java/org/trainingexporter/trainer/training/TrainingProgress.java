package org.trainingexporter.trainer.training;

import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.EvaluationScores;

/**
 * How far a training is.
 *
 * @param finite whether all losses and gradients were numbers so far
 * @param validationAccuracy of the newest evaluation, NaN before the first
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

  /** Where a training stands. */
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

  TrainingProgress after(EvaluationScores evaluation) {
    return new TrainingProgress(
        state, step, steps, epoch, loss, finite, evaluation.loss(), evaluation.accuracy());
  }

  TrainingProgress ended(boolean stopped) {
    ProgressState end = stopped ? ProgressState.STOPPED : ProgressState.ENDED;
    return new TrainingProgress(
        end, step, steps, epoch, loss, finite, validationLoss, validationAccuracy);
  }
}

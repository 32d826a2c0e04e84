package org.trainingexporter.trainer.training;

import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.Evaluation;

/**
 * How far a training is.
 *
 * @param finite whether all losses and gradients were numbers so far
 * @param validationAccuracy of the newest evaluation, NaN before the first
 */
public record Progress(
    State state,
    long step,
    long steps,
    int epoch,
    double loss,
    boolean finite,
    double validationLoss,
    double validationAccuracy) {

  /** Where a training stands. */
  public enum State {
    RUNNING,
    STOPPED,
    ENDED
  }

  static Progress start(long steps) {
    return new Progress(State.RUNNING, 0, steps, 0, Double.NaN, true, Double.NaN, Double.NaN);
  }

  Progress after(BatchRecord batch) {
    return new Progress(
        state,
        batch.step(),
        steps,
        batch.epoch(),
        batch.loss(),
        finite && batch.finite(),
        validationLoss,
        validationAccuracy);
  }

  Progress after(Evaluation evaluation) {
    return new Progress(
        state, step, steps, epoch, loss, finite, evaluation.loss(), evaluation.accuracy());
  }

  Progress ended(boolean stopped) {
    State end = stopped ? State.STOPPED : State.ENDED;
    return new Progress(end, step, steps, epoch, loss, finite, validationLoss, validationAccuracy);
  }
}

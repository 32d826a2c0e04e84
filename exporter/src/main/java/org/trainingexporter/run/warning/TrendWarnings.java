package org.trainingexporter.run.warning;

import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.position.RecordPosition;

/** Warnings that follow from how the losses go: overfitting, plateau and divergence. */
public final class TrendWarnings {
  private final OverfittingDetector overfitting;
  private final PlateauDetector plateau;
  private final DivergenceDetector divergence;

  public TrendWarnings(WarningLog warnings) {
    this.overfitting = new OverfittingDetector(warnings);
    this.plateau = new PlateauDetector(warnings);
    this.divergence = new DivergenceDetector(warnings);
  }

  /**
   * Adds a training record's loss.
   *
   * @param rateShare the learning rate as a share of its highest
   */
  public void train(double loss, double rateShare, RecordPosition at) {
    plateau.train(loss, rateShare, at);
    divergence.train(loss, at);
  }

  /** A reward came: a training by rewards may raise its loss while it learns. */
  public void reward() {
    divergence.disable();
  }

  /**
   * Adds a validation.
   *
   * @param loss may be unknown
   * @param trainingLoss the mean since the validation before; may be unknown
   */
  public void validate(double loss, double trainingLoss, RecordPosition at) {
    overfitting.validate(loss, trainingLoss, at);
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.LOSS || signal == Signal.VALIDATION_LOSS) {
      restart();
    }
  }

  /** Drops the past: the training went back or began again. */
  public void restart() {
    overfitting.restart();
    plateau.restart();
    divergence.restart();
  }
}

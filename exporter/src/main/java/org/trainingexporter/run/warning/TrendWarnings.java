package org.trainingexporter.run.warning;

import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.position.RecordPosition;

/** Warnings that follow from how the losses go: overfitting and plateau. */
public final class TrendWarnings {
  private final OverfittingDetector overfitting;
  private final PlateauDetector plateau;

  public TrendWarnings(WarningLog warnings) {
    this.overfitting = new OverfittingDetector(warnings);
    this.plateau = new PlateauDetector(warnings);
  }

  /**
   * Adds a training record's loss.
   *
   * @param rateShare the learning rate as a share of its highest
   */
  public void train(double loss, double rateShare, RecordPosition at) {
    overfitting.train(loss);
    plateau.train(loss, rateShare, at);
  }

  /** Adds the loss of a validation, which may be unknown. */
  public void validate(double loss, RecordPosition at) {
    overfitting.validate(loss, at);
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
  }
}

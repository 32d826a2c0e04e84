package org.trainingexporter.trainer.settings;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** The optimizer, which updates the weights from their gradients. */
public enum OptimizerKind {
  ADAM,
  SGD,
  ADAMW;

  /** A new optimizer; {@code momentum} is for SGD only. */
  public Optimizer make(Tracker learningRate, double momentum) {
    return switch (this) {
      case ADAM -> Optimizer.adam().optLearningRateTracker(learningRate).build();
      case ADAMW -> Optimizer.adamW().optLearningRateTracker(learningRate).build();
      case SGD ->
          Optimizer.sgd()
              .setLearningRateTracker(learningRate)
              .optMomentum((float) momentum)
              .build();
    };
  }
}

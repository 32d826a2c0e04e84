package org.trainingexporter.trainer.training;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** How weights follow their gradients. */
public enum OptimizerKind {
  ADAM,
  SGD,
  ADAMW;

  Optimizer make(Tracker learningRate, double momentum) {
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

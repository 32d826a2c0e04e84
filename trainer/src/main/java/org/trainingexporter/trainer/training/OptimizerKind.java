package org.trainingexporter.trainer.training;

/** How weights follow their gradients. */
public enum OptimizerKind {
  ADAM,
  SGD,
  ADAMW
}

package org.trainingexporter.trainer.training;

/** How the learning rate goes down over a training. */
public enum LearningRateSchedule {
  NONE {
    @Override
    double factor(double progress) {
      return 1;
    }
  },
  /** To a tenth after each third, as PyTorch's StepLR. */
  STEP {
    @Override
    double factor(double progress) {
      return Math.pow(0.1, Math.min(2, Math.floor(3 * progress)));
    }
  },
  /** Half a cosine, down to 0 at the end. */
  COSINE {
    @Override
    double factor(double progress) {
      return (1 + Math.cos(Math.PI * Math.min(1, progress))) / 2;
    }
  };

  /** What the learning rate is multiplied by, at a progress from 0 to 1. */
  abstract double factor(double progress);
}

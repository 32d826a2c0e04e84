package org.trainingexporter.trainer.settings;

/** How the learning rate falls over a training. */
public enum LearningRateSchedule {
  NONE {
    @Override
    public double factor(double progress) {
      return 1;
    }
  },
  /** Divides the rate by ten after each third, like PyTorch's StepLR. */
  STEP {
    @Override
    public double factor(double progress) {
      return Math.pow(0.1, Math.min(2, Math.floor(3 * progress)));
    }
  },
  /** Half a cosine, from the full rate to 0. */
  COSINE {
    @Override
    public double factor(double progress) {
      return (1 + Math.cos(Math.PI * Math.min(1, progress))) / 2;
    }
  };

  /** The factor of the learning rate at a progress from 0 to 1. */
  public abstract double factor(double progress);
}

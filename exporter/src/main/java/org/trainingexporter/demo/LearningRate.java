package org.trainingexporter.demo;

/** Linear warm-up to the maximum, then a cosine down to zero at the last step. */
final class LearningRate {
  private final int steps;

  LearningRate(int steps) {
    this.steps = steps;
  }

  double at(int step) {
    int warmup = ReferenceRun.WARMUP_STEPS;
    if (step <= warmup) {
      return ReferenceRun.MAX_LEARNING_RATE * step / warmup;
    }
    double progress = (double) (step - warmup) / (steps - warmup);
    return ReferenceRun.MAX_LEARNING_RATE * (1 + StrictMath.cos(Math.PI * progress)) / 2;
  }
}

package org.trainingexporter.demo.story;

/** The learning rate: linear warm-up to the maximum, then cosine decay to 0 at the last step. */
public final class LearningRate {
  private final int steps;

  public LearningRate(int steps) {
    this.steps = steps;
  }

  public double at(int step) {
    int warmup = ReferenceRun.WARMUP_STEPS;
    if (step <= warmup) {
      return ReferenceRun.MAX_LEARNING_RATE * step / warmup;
    }
    double progress = (double) (step - warmup) / (steps - warmup);
    return ReferenceRun.MAX_LEARNING_RATE * (1 + StrictMath.cos(Math.PI * progress)) / 2;
  }
}

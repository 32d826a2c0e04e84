package org.trainingexporter.run.position;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import org.trainingexporter.run.cost.CostTerms;

/**
 * What the configuration says of a run; unknown where it says nothing.
 *
 * @param totalSteps the plan
 * @param warmupSteps steps until the learning rate has risen
 * @param maxLearningRate the schedule's highest
 * @param cost prices, cards and the size of the model
 */
public record RunConfig(
    double totalSteps, double warmupSteps, double maxLearningRate, CostTerms cost) {
  public static final RunConfig NONE = new RunConfig(UNKNOWN, UNKNOWN, UNKNOWN);

  /** A schedule alone. */
  public RunConfig(double totalSteps, double warmupSteps, double maxLearningRate) {
    this(totalSteps, warmupSteps, maxLearningRate, CostTerms.NONE);
  }
}

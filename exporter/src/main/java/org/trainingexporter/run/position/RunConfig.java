package org.trainingexporter.run.position;

/**
 * What the configuration says of a run; NaN where it says nothing.
 *
 * @param totalSteps the plan
 * @param warmupSteps steps until the learning rate has risen
 * @param maxLearningRate the schedule's highest
 */
public record RunConfig(double totalSteps, double warmupSteps, double maxLearningRate) {
  public static final RunConfig NONE = new RunConfig(Double.NaN, Double.NaN, Double.NaN);
}

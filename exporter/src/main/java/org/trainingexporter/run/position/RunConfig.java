package org.trainingexporter.run.position;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/**
 * What the configuration says of a run; unknown where it says nothing.
 *
 * @param totalSteps the plan
 * @param warmupSteps steps until the learning rate has risen
 * @param maxLearningRate the schedule's highest
 */
public record RunConfig(double totalSteps, double warmupSteps, double maxLearningRate) {
  public static final RunConfig NONE = new RunConfig(UNKNOWN, UNKNOWN, UNKNOWN);
}

package org.trainingexporter.run.position;

/**
 * The plan of a run; each may be unknown.
 *
 * @param steps planned
 * @param epochs planned
 * @param warmupEnd when the warm-up ended, in seconds since 1970
 * @param highestRate the highest learning rate
 */
public record ScheduleSnapshot(
    double steps, double epochs, double warmupSteps, double warmupEnd, double highestRate) {

  /** Seconds from a step to the plan at that speed; unknown where any of them is. */
  public double secondsLeft(double step, double stepsPerSecond) {
    return Schedule.secondsLeft(steps, step, stepsPerSecond);
  }
}

package org.trainingexporter.run.position;

import org.trainingexporter.event.key.Signal;

/** The plan of a run: its length, its warm-up, its highest learning rate. NaN while unknown. */
public final class Schedule {
  private final RunConfig config;
  private double loggedSteps = Double.NaN;
  private double guessedSteps = Double.NaN;
  private double loggedEpochs = Double.NaN;
  private double loggedWarmup = Double.NaN;
  private double rate = Double.NaN;
  private double highestRate = Double.NaN;
  private double warmupEnd = Double.NaN;
  private boolean warm;

  public Schedule(RunConfig config) {
    this.config = config;
  }

  public void steps(double logged) {
    loggedSteps = logged;
  }

  public void epochs(double logged) {
    loggedEpochs = logged;
  }

  public void warmup(double logged) {
    loggedWarmup = logged;
  }

  /** Estimates the plan from what is left, once. */
  public void guess(double position, double eta, double stepsPerSecond) {
    double guess = position + eta * stepsPerSecond;
    if (Double.isNaN(guessedSteps) && Double.isFinite(guess)) {
      guessedSteps = guess;
    }
  }

  public void learningRate(double newest) {
    if (Double.isFinite(newest)) {
      rate = newest;
      highestRate = Double.isNaN(highestRate) ? newest : Math.max(highestRate, newest);
    }
  }

  /** The learning rate as a share of the highest so far; 1 where there is none. */
  public double rateShare() {
    return highestRate > 0 ? rate / highestRate : 1;
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.LEARNING_RATE) {
      highestRate = Double.NaN;
    }
  }

  /** A training record at that position. */
  public void train(double position, double time) {
    if (!warm && position >= warmupSteps()) {
      warm = true;
      warmupEnd = time;
    }
  }

  /** The plan stays; what the schedule did begins anew. */
  public void restart() {
    highestRate = Double.NaN;
    warmupEnd = Double.NaN;
    warm = false;
  }

  public double plannedSteps() {
    return known(config.totalSteps(), known(loggedSteps, guessedSteps));
  }

  private double warmupSteps() {
    return known(config.warmupSteps(), loggedWarmup);
  }

  public ScheduleSnapshot snapshot() {
    return new ScheduleSnapshot(
        plannedSteps(),
        loggedEpochs,
        warmupSteps(),
        warmupEnd,
        known(config.maxLearningRate(), highestRate));
  }

  private static double known(double first, double second) {
    return Double.isNaN(first) ? second : first;
  }
}

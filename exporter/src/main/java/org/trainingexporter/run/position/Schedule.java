package org.trainingexporter.run.position;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.key.Signal;

/**
 * The plan of a run: its length, its warm-up, its highest learning rate. The configuration wins
 * over the log, the log over the run's settings, and these over an estimate.
 */
public final class Schedule {
  /** An estimate that is off by less than this part of it is off by the rounding of numbers. */
  private static final double EXACT = 1e-9;

  private final RunConfig config;
  private double loggedSteps = UNKNOWN;
  private double estimatedSteps = UNKNOWN;
  private double loggedEpochs = UNKNOWN;
  private double loggedWarmup = UNKNOWN;
  private double rate = UNKNOWN;
  private double highestRate = UNKNOWN;
  private double warmupEnd = UNKNOWN;
  private boolean warm;
  private double firstStep = UNKNOWN;
  private SettingPlan settings = SettingPlan.NONE;

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

  /** What the run's settings say, where the log says nothing. */
  public void setPlan(SettingPlan ofSettings) {
    settings = ofSettings;
  }

  /**
   * Estimates the plan from the time that is left, once; in whole steps, as its steps are, and
   * rounded up: a run is not finished a step early.
   */
  public void estimate(double step, double eta, double stepsPerSecond) {
    double reached = step + eta * stepsPerSecond;
    double whole = Math.ceil(reached * (1 - EXACT));
    double estimate = step == Math.rint(step) ? whole : reached;
    if (isUnknown(estimatedSteps) && Double.isFinite(estimate)) {
      estimatedSteps = estimate;
    }
  }

  public void learningRate(double newest) {
    if (Double.isFinite(newest)) {
      rate = newest;
      highestRate = Math.max(firstKnown(highestRate, newest), newest);
    }
  }

  /** The learning rate as a share of the highest so far; 1 where none was logged. */
  public double rateShare() {
    return highestRate > 0 ? rate / highestRate : 1;
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.LEARNING_RATE) {
      highestRate = UNKNOWN;
    }
  }

  /** Notes the end of the warm-up, once the training has reached it. */
  public void trained(double step, double time) {
    firstStep = firstKnown(firstStep, step);
    if (!warm && step >= warmupSteps()) {
      warm = true;
      warmupEnd = time;
    }
  }

  /** Starts over with a new attempt; the plan stays. */
  public void restart() {
    highestRate = UNKNOWN;
    warmupEnd = UNKNOWN;
    warm = false;
  }

  public double plannedSteps() {
    return firstKnown(
        config.totalSteps(),
        firstKnown(ahead(loggedSteps), firstKnown(ahead(settings.steps()), estimatedSteps)));
  }

  public double plannedEpochs() {
    return firstKnown(loggedEpochs, settings.epochs());
  }

  /** A plan at or below the first step counts something else. */
  private double ahead(double plan) {
    return plan <= firstStep ? UNKNOWN : plan;
  }

  private double warmupSteps() {
    return firstKnown(config.warmupSteps(), firstKnown(loggedWarmup, settings.warmupSteps()));
  }

  public ScheduleSnapshot snapshot() {
    return new ScheduleSnapshot(
        plannedSteps(),
        plannedEpochs(),
        warmupSteps(),
        warmupEnd,
        firstKnown(config.maxLearningRate(), highestRate()));
  }

  private double highestRate() {
    double seen = firstKnown(highestRate, settings.highestRate());
    return Math.max(seen, firstKnown(settings.highestRate(), seen));
  }

  /** Seconds from a step to the plan at that speed; unknown where any of them is. */
  public double secondsLeft(double step, double stepsPerSecond) {
    return secondsLeft(plannedSteps(), step, stepsPerSecond);
  }

  static double secondsLeft(double plan, double step, double stepsPerSecond) {
    double left = (plan - step) / stepsPerSecond;
    return Double.isFinite(left) ? Math.max(0, left) : UNKNOWN;
  }
}

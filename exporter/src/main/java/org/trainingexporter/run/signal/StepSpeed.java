package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.time.Throughput;
import org.trainingexporter.run.window.RollingWindow;

/**
 * Steps a second. The newest is as logged, else measured from positions and times. The mean is the
 * steps of the last 100 records over their time: by the records' own times where these are known,
 * else by the logged speeds. A logged time of a step is no logged speed, since what a step is may
 * be an iteration of many; it stands in where no time is known, or none of many of these steps.
 */
final class StepSpeed implements SignalKeeper {
  private static final int MEAN_OF = 100;

  /** The part of the steps with a logged time that the records' own times must cover. */
  private static final double COVERED = 0.9;

  /** The steps that each logged speed stands for, and the seconds that they took by it. */
  private final RollingWindow steps = new RollingWindow(MEAN_OF);

  private final RollingWindow seconds = new RollingWindow(MEAN_OF);
  private final Throughput measured;
  private double newest = UNKNOWN;
  private double positionBefore = UNKNOWN;
  private boolean countsSteps;
  private boolean ofStep;

  StepSpeed(Throughput measured) {
    this.measured = measured;
  }

  @Override
  public void add(Field field, double value, RecordPosition at) {
    countsSteps = isKnown(at.step());
    ofStep = field.unit.isOfStep();
    double gain = at.step() - positionBefore;
    positionBefore = at.step();
    newest = value;
    if (value > 0 && value < Double.POSITIVE_INFINITY) {
      double stood = gain > 0 ? gain : 1;
      steps.add(at.position(), stood);
      seconds.add(at.position(), stood / value);
      newest = ofStep ? Throughput.perSecond(steps, seconds) : value;
    }
  }

  @Override
  public double newest() {
    boolean isShown = isLogged() && !(ofStep && countsSteps);
    return isShown ? newest : firstKnown(measured.perSecond(), newest);
  }

  @Override
  public double mean() {
    double byTimes = isLogged() && !countsSteps ? UNKNOWN : measured.meanPerSecond();
    return isUnknown(byTimes) || (ofStep && !coversSteps()) ? steps.sum() / seconds.sum() : byTimes;
  }

  /** Whether times are known of nearly all steps; the first has no gap. */
  private boolean coversSteps() {
    return measured.gained() >= COVERED * steps.sum() - 1;
  }

  private boolean isLogged() {
    return isKnown(newest);
  }

  @Override
  public void rewind(double to) {
    steps.rewind(to);
    seconds.rewind(to);
    positionBefore = UNKNOWN;
    measured.rewind(to);
  }

  @Override
  public void restart() {
    clear();
    measured.restart();
  }

  @Override
  public void clear() {
    steps.clear();
    seconds.clear();
    newest = UNKNOWN;
    positionBefore = UNKNOWN;
  }
}

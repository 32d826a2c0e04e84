package org.trainingexporter.run.forecast;

import static org.trainingexporter.event.Unknown.isKnown;

import java.util.Optional;
import org.trainingexporter.event.key.Signal;

/**
 * Forecasts the loss of a run: the validation loss or, where none was logged, the training loss. A
 * run with rewards has none, since what it calls its loss is not what it learns by. One thread.
 */
public final class LossForecaster {
  private static final int FEWEST_VALIDATIONS = 8;
  private static final int FEWEST_RECORDS = 100;
  private static final int MOST_POINTS = 128;

  private final LossTrail validations = new LossTrail();
  private final LossTrail records = new LossTrail();
  private boolean rewarded;

  /** Whether losses came since the fit was made. */
  private boolean stale;

  private Optional<PowerLawFit> fit = Optional.empty();
  private LossForecast newest = LossForecast.NONE;

  /** Adds a validation's loss. */
  public void validate(double loss, double position) {
    if (Double.isFinite(loss) && isKnown(position)) {
      stale |= validations.add(position, loss);
    }
  }

  /** Adds a training record's loss. */
  public void train(double loss, double position) {
    if (Double.isFinite(loss) && isKnown(position)) {
      stale |= records.add(position, loss) && validations.count() == 0;
    }
  }

  /** The run has rewards. */
  public void reward() {
    rewarded = true;
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.VALIDATION_LOSS) {
      validations.clear();
      stale = true;
    } else if (signal == Signal.LOSS) {
      records.clear();
      stale = true;
    }
  }

  /** The attempt went back to that position. */
  public void rewind(double to) {
    validations.rewind(to);
    records.rewind(to);
    stale = true;
  }

  /** A new attempt begins. */
  public void restart() {
    validations.clear();
    records.clear();
    stale = true;
  }

  /**
   * The loss at the plan's end. Fits anew only after new losses.
   *
   * @param plan the position that the run is planned to reach, or unknown
   */
  public LossForecast at(double plan) {
    if (rewarded || !isKnown(plan)) {
      return LossForecast.NONE;
    }
    if (stale || plan != newest.position()) {
      fit = stale ? fit() : fit;
      stale = false;
      newest = fit.map(it -> it.at(plan)).filter(LossForecast::isUsable).orElse(LossForecast.NONE);
    }
    return newest;
  }

  private Optional<PowerLawFit> fit() {
    boolean validates = validations.count() > 0;
    long fewest = validates ? FEWEST_VALIDATIONS : FEWEST_RECORDS;
    LossTrail trail = validates ? validations : records;
    return trail.count() < fewest
        ? Optional.empty()
        : PowerLawFit.of(trail.lastPositions(MOST_POINTS), trail.lastLosses(MOST_POINTS));
  }
}

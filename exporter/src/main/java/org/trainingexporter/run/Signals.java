package org.trainingexporter.run;

import java.util.List;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Signal;

/** The gauges that training records set, and the health of every signal. */
final class Signals {
  private final Track loss;
  private final Track auxiliaryLoss;
  private final Track validationLoss;
  private final Track gradientNorm;
  private final Track learningRate;
  private final Health other = new Health();
  private final Recent stepsPerSecond = new Recent(100);
  private final Accuracy accuracy = new Accuracy();
  private double newestStepsPerSecond = Double.NaN;
  private double tokensPerSecond = Double.NaN;
  private double samplesPerSecond = Double.NaN;
  private long otherBroke;

  Signals(Events events) {
    loss = new Track(Health.Name.LOSS, 50, 1.5, events);
    auxiliaryLoss = new Track(Health.Name.AUXILIARY_LOSS, 1, 0, events);
    validationLoss = new Track(Health.Name.VALIDATION_LOSS, 1, 0, events);
    gradientNorm = new Track(Health.Name.GRADIENT_NORM, 100, 3, events);
    learningRate = new Track(Health.Name.LEARNING_RATE, 1, 0, events);
  }

  /** A value of a training record, under the spelling that its signal is read by. */
  void train(Field field, double value, Moment at) {
    switch (field.signal) {
      case LOSS -> loss.add(value, at);
      case AUXILIARY_LOSS -> auxiliaryLoss.add(value, at);
      case GRADIENT_NORM -> gradientNorm.add(value, at);
      case LEARNING_RATE -> learningRate.add(value, at);
      case TRAIN_ACCURACY -> {
        accuracy.add(field, value);
        other(value, at);
      }
      case STEPS_PER_SECOND -> {
        newestStepsPerSecond = value;
        stepsPerSecond.add(at.position(), value);
      }
      case TOKENS_PER_SECOND -> tokensPerSecond = value;
      case SAMPLES_PER_SECOND -> samplesPerSecond = value;
      default -> {}
    }
  }

  void validationLoss(double value, Moment at) {
    validationLoss.add(value, at);
  }

  /** A number without a health of its own: all those of one record must be finite. */
  void other(double value, Moment at) {
    if (!Double.isFinite(value)) {
      otherBroke = at.number();
    }
    if (!Double.isFinite(value) || at.number() != otherBroke) {
      other.add(value, at.time());
    }
  }

  /** The signal is read by another spelling from now on. */
  void forget(Signal signal) {
    switch (signal) {
      case LOSS -> loss.forget();
      case AUXILIARY_LOSS -> auxiliaryLoss.forget();
      case VALIDATION_LOSS -> validationLoss.forget();
      case GRADIENT_NORM -> gradientNorm.forget();
      case LEARNING_RATE -> learningRate.forget();
      case STEPS_PER_SECOND -> stepsPerSecond.clear();
      default -> {}
    }
  }

  void rewind(double to) {
    tracks().forEach(t -> t.rewind(to));
    stepsPerSecond.rewind(to);
  }

  /**
   * A new attempt begins.
   *
   * @param evaluated whether it has an evaluation already
   */
  void restart(boolean evaluated) {
    tracks().stream().filter(t -> !(evaluated && t == validationLoss)).forEach(Track::restart);
    other.restart();
    stepsPerSecond.clear();
    accuracy.restart();
    newestStepsPerSecond = Double.NaN;
    tokensPerSecond = Double.NaN;
    samplesPerSecond = Double.NaN;
  }

  private List<Track> tracks() {
    return List.of(loss, auxiliaryLoss, validationLoss, gradientNorm, learningRate);
  }

  List<RunSnapshot.Health> health() {
    RunSnapshot.Health rest = other.snapshot(Health.Name.OTHER);
    return List.of(
        loss.health(),
        auxiliaryLoss.health(),
        validationLoss.health(),
        gradientNorm.health(),
        learningRate.health(),
        rest);
  }

  double newestStepsPerSecond() {
    return newestStepsPerSecond;
  }

  Accuracy accuracy() {
    return accuracy;
  }

  /** As logged, else as measured. */
  double stepsPerSecond(Pace pace) {
    return stepsPerSecond.size() > 0 ? newestStepsPerSecond : pace.perSecond();
  }

  /** As logged, else as measured. */
  double tokensPerSecond(Pace tokenPace) {
    return Double.isNaN(tokensPerSecond) ? tokenPace.perSecond() : tokensPerSecond;
  }

  double meanLoss() {
    return loss.mean();
  }

  double meanGradientNorm() {
    return gradientNorm.mean();
  }

  double meanStepsPerSecond(Pace pace) {
    return stepsPerSecond.size() > 0 ? stepsPerSecond.mean() : pace.meanPerSecond();
  }

  /**
   * @param pace measured steps a second, where none are logged
   * @param tokenPace measured tokens a second, where none are logged
   */
  RunSnapshot.Training snapshot(Pace pace, Pace tokenPace, double tokens) {
    return new RunSnapshot.Training(
        loss.newest(),
        loss.mean(),
        auxiliaryLoss.newest(),
        learningRate.newest(),
        gradientNorm.newest(),
        gradientNorm.mean(),
        stepsPerSecond(pace),
        meanStepsPerSecond(pace),
        tokensPerSecond(tokenPace),
        samplesPerSecond,
        accuracy.ratio(),
        tokens);
  }
}

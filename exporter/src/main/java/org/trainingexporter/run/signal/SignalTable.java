package org.trainingexporter.run.signal;

import java.util.List;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RollingWindow;

/** The gauges that training records set, and the health of every signal. */
public final class SignalTable {
  private final SignalSeries loss;
  private final SignalSeries auxiliaryLoss;
  private final SignalSeries validationLoss;
  private final SignalSeries gradientNorm;
  private final SignalSeries learningRate;
  private final SignalHealth other = new SignalHealth();
  private final RollingWindow stepsPerSecond = new RollingWindow(100);
  private final Accuracy accuracy = new Accuracy();
  private double newestStepsPerSecond = Double.NaN;
  private double tokensPerSecond = Double.NaN;
  private double samplesPerSecond = Double.NaN;
  private long otherBroke;

  public SignalTable(EventLog events) {
    loss = new SignalSeries(SignalHealth.HealthSignal.LOSS, 50, 1.5, events);
    auxiliaryLoss = new SignalSeries(SignalHealth.HealthSignal.AUXILIARY_LOSS, 1, 0, events);
    validationLoss = new SignalSeries(SignalHealth.HealthSignal.VALIDATION_LOSS, 1, 0, events);
    gradientNorm = new SignalSeries(SignalHealth.HealthSignal.GRADIENT_NORM, 100, 3, events);
    learningRate = new SignalSeries(SignalHealth.HealthSignal.LEARNING_RATE, 1, 0, events);
  }

  /** A value of a training record, under the alias that its signal is read by. */
  public void train(Field field, double value, RecordPosition at) {
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

  public void validationLoss(double value, RecordPosition at) {
    validationLoss.add(value, at);
  }

  /** A number without a health of its own: all those of one record must be finite. */
  public void other(double value, RecordPosition at) {
    if (!Double.isFinite(value)) {
      otherBroke = at.number();
    }
    if (!Double.isFinite(value) || at.number() != otherBroke) {
      other.add(value, at.time());
    }
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    switch (signal) {
      case LOSS -> loss.clear();
      case AUXILIARY_LOSS -> auxiliaryLoss.clear();
      case VALIDATION_LOSS -> validationLoss.clear();
      case GRADIENT_NORM -> gradientNorm.clear();
      case LEARNING_RATE -> learningRate.clear();
      case STEPS_PER_SECOND -> stepsPerSecond.clear();
      case TOKENS_PER_SECOND -> tokensPerSecond = Double.NaN;
      case SAMPLES_PER_SECOND -> samplesPerSecond = Double.NaN;
      case TRAIN_ACCURACY -> accuracy.restart();
      default -> {}
    }
  }

  public void rewind(double to) {
    tracks().forEach(t -> t.rewind(to));
    stepsPerSecond.rewind(to);
  }

  /**
   * A new attempt begins.
   *
   * @param evaluated whether it has an evaluation already
   */
  public void restart(boolean evaluated) {
    tracks().stream()
        .filter(t -> !(evaluated && t == validationLoss))
        .forEach(SignalSeries::restart);
    other.restart();
    stepsPerSecond.clear();
    accuracy.restart();
    newestStepsPerSecond = Double.NaN;
    tokensPerSecond = Double.NaN;
    samplesPerSecond = Double.NaN;
  }

  private List<SignalSeries> tracks() {
    return List.of(loss, auxiliaryLoss, validationLoss, gradientNorm, learningRate);
  }

  public List<HealthSnapshot> health() {
    HealthSnapshot rest = other.snapshot(SignalHealth.HealthSignal.OTHER);
    return List.of(
        loss.health(),
        auxiliaryLoss.health(),
        validationLoss.health(),
        gradientNorm.health(),
        learningRate.health(),
        rest);
  }

  public double newestStepsPerSecond() {
    return newestStepsPerSecond;
  }

  public Accuracy accuracy() {
    return accuracy;
  }

  /** As logged, else as measured. */
  public double stepsPerSecond(Throughput pace) {
    return stepsPerSecond.size() > 0 ? newestStepsPerSecond : pace.perSecond();
  }

  /** As logged, else as measured. */
  public double tokensPerSecond(Throughput tokenPace) {
    return Double.isNaN(tokensPerSecond) ? tokenPace.perSecond() : tokensPerSecond;
  }

  public double meanLoss() {
    return loss.mean();
  }

  public double meanGradientNorm() {
    return gradientNorm.mean();
  }

  public double meanStepsPerSecond(Throughput pace) {
    return stepsPerSecond.size() > 0 ? stepsPerSecond.mean() : pace.meanPerSecond();
  }

  /**
   * The signals as they stand.
   *
   * @param pace measured steps a second, where none are logged
   * @param tokenPace measured tokens a second, where none are logged
   */
  public TrainingSnapshot snapshot(Throughput pace, Throughput tokenPace, double tokens) {
    return new TrainingSnapshot(
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

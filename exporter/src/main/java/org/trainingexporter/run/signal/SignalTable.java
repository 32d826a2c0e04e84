package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.key.Signal.AUXILIARY_LOSS;
import static org.trainingexporter.event.key.Signal.ELAPSED;
import static org.trainingexporter.event.key.Signal.EPISODE_LENGTH;
import static org.trainingexporter.event.key.Signal.EPOCH_SECONDS;
import static org.trainingexporter.event.key.Signal.ETA;
import static org.trainingexporter.event.key.Signal.GRADIENT_NORM;
import static org.trainingexporter.event.key.Signal.LEARNING_RATE;
import static org.trainingexporter.event.key.Signal.LOSS;
import static org.trainingexporter.event.key.Signal.REWARD;
import static org.trainingexporter.event.key.Signal.SAMPLES_PER_SECOND;
import static org.trainingexporter.event.key.Signal.STEPS_PER_SECOND;
import static org.trainingexporter.event.key.Signal.STEP_TOKENS;
import static org.trainingexporter.event.key.Signal.TOKENS;
import static org.trainingexporter.event.key.Signal.TOKENS_PER_SECOND;
import static org.trainingexporter.event.key.Signal.TRAIN_ACCURACY;
import static org.trainingexporter.event.key.Signal.VALIDATION_ACCURACY;
import static org.trainingexporter.event.key.Signal.VALIDATION_LOSS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.health.HealthSignal;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.run.health.OtherHealth;
import org.trainingexporter.run.health.SpikeDetector;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.signal.SignalsSnapshot.SignalSnapshot;
import org.trainingexporter.run.time.Throughput;

/** What is kept of each signal: one row a signal. */
public final class SignalTable {
  private final Map<Signal, SignalKeeper> keepers = new EnumMap<>(Signal.class);
  private final List<SignalSeries> withHealth = new ArrayList<>();
  private final OtherHealth other = new OtherHealth();
  private final Throughput steps = new Throughput();
  private final TokenCounter tokens = new TokenCounter();
  private final EventLog events;

  public SignalTable(EventLog events) {
    this.events = events;
    row(LOSS, HealthSignal.LOSS, 50, new SpikeDetector(1.5, 1.25));
    row(AUXILIARY_LOSS, HealthSignal.AUXILIARY_LOSS, 1, null);
    row(VALIDATION_LOSS, HealthSignal.VALIDATION_LOSS, 1, null);
    row(GRADIENT_NORM, HealthSignal.GRADIENT_NORM, 100, new SpikeDetector(3, 2));
    row(LEARNING_RATE, HealthSignal.LEARNING_RATE, 1, null);
    row(TRAIN_ACCURACY, new Accuracy());
    row(VALIDATION_ACCURACY, new Accuracy());
    row(REWARD, new RewardSeries());
    row(EPISODE_LENGTH, new NewestValue());
    row(STEPS_PER_SECOND, new StepSpeed(steps));
    row(TOKENS_PER_SECOND, new NewestValue(tokens.throughput()));
    row(SAMPLES_PER_SECOND, new NewestValue());
    row(TOKENS, tokens);
    row(STEP_TOKENS, tokens.ofSteps());
    row(ELAPSED, new NewestValue());
    row(ETA, new NewestValue());
    row(EPOCH_SECONDS, NewestValue.sum());
  }

  private void row(Signal signal, SignalKeeper keeper) {
    keepers.put(signal, keeper);
  }

  /** A signal with a health; of at most {@code mean} values the mean is kept. */
  private void row(Signal signal, HealthSignal health, int mean, SpikeDetector spikes) {
    SignalSeries series = new SignalSeries(health, mean, spikes, events);
    withHealth.add(series);
    row(signal, series);
  }

  /** Hands out each signal that is kept, and where its values go. */
  public void forEach(BiConsumer<Signal, SignalSink> to) {
    keepers.forEach(to);
  }

  /** A number whose signal has no health of its own, or an other value. */
  public void addOther(double value, RecordPosition at) {
    other.add(value, at);
  }

  /** A training record came; it moved the training to that position. */
  public void trained(double position, double time) {
    steps.add(position, time);
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    SignalKeeper keeper = keepers.get(signal);
    if (keeper != null) {
      keeper.clear();
    }
  }

  /** The attempt went back to that position. */
  public void rewind(double to) {
    keepers.values().forEach(keeper -> keeper.rewind(to));
  }

  /** A new attempt begins, to which the newest values of some signals belong already. */
  public void restart(Set<Signal> own) {
    keepers.forEach(
        (signal, keeper) -> {
          if (!own.contains(signal)) {
            keeper.restart();
          }
        });
    other.restart();
  }

  /** The newest value of a signal; a speed that is not logged is measured. */
  public double newest(Signal signal) {
    return keepers.get(signal).newest();
  }

  /** The mean of a signal's newest values, of those that have one. */
  public double mean(Signal signal) {
    return keepers.get(signal).mean();
  }

  /** What the log writes for a value of 1: 100 where it logs an accuracy in percent, else 1. */
  public double scale(Signal signal) {
    return keepers.get(signal) instanceof Accuracy accuracy ? accuracy.scale() : 1;
  }

  /** In the order of {@link HealthSignal}. */
  public List<HealthSnapshot> health() {
    List<HealthSnapshot> all = new ArrayList<>();
    withHealth.forEach(series -> all.add(series.health()));
    all.add(other.snapshot());
    return List.copyOf(all);
  }

  public SignalsSnapshot snapshot() {
    Map<Signal, SignalSnapshot> known = new EnumMap<>(Signal.class);
    keepers.forEach(
        (signal, keeper) -> {
          double meanOf = keeper.meanOf() == 0 ? UNKNOWN : keeper.meanOf();
          var snapshot = new SignalSnapshot(keeper.newest(), keeper.mean(), meanOf, keeper.best());
          if (snapshot.isKnownAtAll()) {
            known.put(signal, snapshot);
          }
        });
    return new SignalsSnapshot(known);
  }
}

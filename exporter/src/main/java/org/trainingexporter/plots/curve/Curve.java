package org.trainingexporter.plots.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trainingexporter.event.key.Signal;

/** The series that every run may have, in the order that they are shown. */
public enum Curve {
  LOSS(Signal.LOSS, ""),
  LOSS_SMOOTHED(Signal.LOSS, ""),
  AUXILIARY_LOSS(Signal.AUXILIARY_LOSS, ""),
  LEARNING_RATE(Signal.LEARNING_RATE, ""),
  GRADIENT_NORM(Signal.GRADIENT_NORM, ""),
  GRADIENT_NORM_SMOOTHED(Signal.GRADIENT_NORM, ""),
  STEPS_PER_SECOND(Signal.STEPS_PER_SECOND, "steps/s"),
  STEPS_PER_SECOND_SMOOTHED(Signal.STEPS_PER_SECOND, "steps/s"),
  ETA_SECONDS(Signal.ETA, "s"),
  TOKENS_PER_SECOND(Signal.TOKENS_PER_SECOND, "tokens/s"),
  VALIDATION_LOSS(Signal.VALIDATION_LOSS, ""),
  VALIDATION_PERPLEXITY(Signal.VALIDATION_PERPLEXITY, ""),
  ACCURACY(Signal.TRAIN_ACCURACY, "ratio"),
  VALIDATION_ACCURACY(Signal.VALIDATION_ACCURACY, "ratio"),
  EPOCH(Signal.EPOCH, "");

  /** What the name of every other number's series begins with. */
  public static final String VALUE = "value:";

  private static final List<Curve> ALL = List.of(values());

  /** What it is made of. */
  final Signal signal;

  public final String unit;
  public final String label = name().toLowerCase(Locale.ROOT);

  Curve(Signal signal, String unit) {
    this.signal = signal;
    this.unit = unit;
  }

  /** Whether it is a mean of the newest values rather than what a record holds. */
  boolean isMean() {
    return name().endsWith("_SMOOTHED");
  }

  public static List<Curve> all() {
    return ALL;
  }

  public static Optional<Curve> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findAny();
  }
}

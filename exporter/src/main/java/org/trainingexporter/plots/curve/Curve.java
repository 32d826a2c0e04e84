package org.trainingexporter.plots.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trainingexporter.event.key.Signal;

/** The curves that any run can have, in the order in which they are shown. */
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

  /** Prefix of the names of all other values' curves. */
  public static final String VALUE = "value:";

  private static final List<Curve> ALL = List.of(values());

  /** The signal that the curve is drawn from. */
  final Signal signal;

  /** The unit; empty if it has none. */
  public final String unit;

  /** The name in the API. */
  public final String label = name().toLowerCase(Locale.ROOT);

  Curve(Signal signal, String unit) {
    this.signal = signal;
    this.unit = unit;
  }

  /** Whether it is a rolling mean rather than a logged value. */
  boolean isMean() {
    return name().endsWith("_SMOOTHED");
  }

  /** All curves. */
  public static List<Curve> all() {
    return ALL;
  }

  /** The curve of that name; empty if there is none. */
  public static Optional<Curve> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findAny();
  }
}

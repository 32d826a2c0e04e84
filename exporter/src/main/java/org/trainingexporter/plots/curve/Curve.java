package org.trainingexporter.plots.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;

/** The curves that any run can have, in the order in which they are shown: each is a figure. */
public enum Curve {
  LOSS,
  LOSS_SMOOTHED,
  AUXILIARY_LOSS,
  LEARNING_RATE,
  GRADIENT_NORM,
  GRADIENT_NORM_SMOOTHED,
  REWARD,
  REWARD_SMOOTHED,
  EPISODE_LENGTH,
  STEPS_PER_SECOND,
  STEPS_PER_SECOND_SMOOTHED,
  ETA_SECONDS,
  TOKENS_PER_SECOND,
  VALIDATION_LOSS,
  VALIDATION_PERPLEXITY,
  ACCURACY,
  VALIDATION_ACCURACY,
  EPOCH;

  /** Prefix of the names of all other values' curves. */
  public static final String VALUE = "value:";

  private static final List<Curve> ALL = List.of(values());

  /** The signal that the curve is drawn from. */
  final Signal signal;

  /** The unit; empty if it has none. */
  public final String unit;

  /** The name in the API: the key of the figure. */
  public final String label = name().toLowerCase(Locale.ROOT);

  private final boolean mean;

  Curve() {
    Figure figure = FigureTable.ALL.of(label);
    this.signal = figure.signals().get(0);
    this.unit = figure.unit().symbol;
    this.mean = figure.mean();
  }

  /** Whether it is a rolling mean rather than a logged value. */
  boolean isMean() {
    return mean;
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

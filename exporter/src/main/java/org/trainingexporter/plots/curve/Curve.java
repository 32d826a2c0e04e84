package org.trainingexporter.plots.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;

/** The curves that every run may have, in the order in which they are shown: each is a figure. */
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

  /** Prefix of the names of all other series: those of plain values. */
  public static final String VALUE = "value:";

  private static final List<Curve> ALL = List.of(values());

  /** The signal that it is made of. */
  final Signal signal;

  public final String unit;

  /** The key of its figure. */
  public final String label = name().toLowerCase(Locale.ROOT);

  private final boolean mean;

  Curve() {
    Figure figure = FigureTable.ALL.of(label);
    this.signal = figure.signals().get(0);
    this.unit = figure.unit().symbol;
    this.mean = figure.mean();
  }

  /** Whether it is a mean of the newest values rather than what a record holds. */
  boolean isMean() {
    return mean;
  }

  public static List<Curve> all() {
    return ALL;
  }

  public static Optional<Curve> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findAny();
  }
}

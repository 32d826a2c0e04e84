package org.trainingexporter.plots.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.run.goodput.TimeKind;

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
  TOKENS,
  VALIDATION_LOSS,
  VALIDATION_PERPLEXITY,
  ACCURACY,
  VALIDATION_ACCURACY,
  EPOCH,
  PRODUCTIVE_SECONDS,
  REPLAYED_SECONDS,
  EVALUATION_SECONDS,
  CHECKPOINT_SECONDS,
  PAUSED_SECONDS;

  /** Prefix of the names of all other values' curves. */
  public static final String VALUE = "value:";

  private static final List<Curve> ALL = List.of(values());

  /** The signal that the curve is drawn from; null where it is what hours were used for. */
  final Signal signal;

  /** The unit; empty if it has none. */
  public final String unit;

  /** The name in the API: the key of the figure. */
  public final String label = name().toLowerCase(Locale.ROOT);

  /** What the hours were used for that it shows; null for curves of signals. */
  final TimeKind kind;

  private final boolean mean;

  Curve() {
    Figure figure = FigureTable.ALL.of(label);
    this.signal = figure.signals().stream().findFirst().orElse(null);
    this.kind = kindOf(label);
    this.unit = figure.unit().symbol;
    this.mean = figure.mean();
  }

  private static TimeKind kindOf(String label) {
    return Arrays.stream(TimeKind.values())
        .filter(kind -> label.equals(kind.label + "_seconds"))
        .findAny()
        .orElse(null);
  }

  /** Whether it is a logged value rather than what follows from many records. */
  boolean isLogged() {
    return !mean && kind == null && this != TOKENS;
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

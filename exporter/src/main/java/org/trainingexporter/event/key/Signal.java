package org.trainingexporter.event.key;

import java.util.Locale;

/**
 * What a number in a log can mean. A signal tells what kind its record is ({@link Evidence}) and
 * which finite values are possible at all; its aliases stand in {@link SignalAliases}.
 */
public enum Signal {
  POSITION(Evidence.PLACE, 0, 1L << 53),
  EPOCH(Evidence.PLACE, 0, 1L << 53),
  /** From 1: writers say 0 or -1 where there is no plan. */
  PLAN(Evidence.NONE, 1, 1L << 53),
  PLANNED_EPOCHS(Evidence.NONE, 0, 1L << 53),
  WARMUP_STEPS(Evidence.NONE, 0, 1L << 53),
  /** Percent of the whole run. */
  PROGRESS(Evidence.PROGRESS, 0, 1e9),
  ELAPSED(Evidence.PROGRESS, 0, 1e11),
  ETA(Evidence.PROGRESS, 0, 1e11),
  /** Seconds since 1970; 1980 to 2200, since a clock that was never set begins in 1970. */
  TIMESTAMP(Evidence.NONE, 315_532_800, 7_258_118_400L),

  LOSS(Evidence.TRAINING),
  AUXILIARY_LOSS(Evidence.TRAINING),
  TRAIN_ACCURACY(Evidence.TRAINING),
  LEARNING_RATE(Evidence.TRAINING),
  GRADIENT_NORM(Evidence.TRAINING),
  /** The mean return of an episode. */
  REWARD(Evidence.TRAINING),
  /** How many steps an episode takes. */
  EPISODE_LENGTH(Evidence.NONE, 0, 1e12),
  /** Makes its record a training record, and is read as {@code training_value}. */
  TRAINING_PART(Evidence.TRAINING),

  VALIDATION_LOSS(Evidence.VALIDATION),
  VALIDATION_PERPLEXITY(Evidence.VALIDATION),
  VALIDATION_ACCURACY(Evidence.VALIDATION),
  /** Makes its record a validation record, and is read as {@code training_value}. */
  VALIDATION_PART(Evidence.VALIDATION),

  STEPS_PER_SECOND(Evidence.NONE, 0, 1e12),
  TOKENS_PER_SECOND(Evidence.NONE, 0, 1e15),
  SAMPLES_PER_SECOND(Evidence.NONE, 0, 1e15),
  /** Tokens seen so far. */
  TOKENS(Evidence.NONE, 0, 1e18),
  /** Tokens of this step alone. */
  STEP_TOKENS(Evidence.NONE, 0, 1e18),
  DEAD_EXPERTS(Evidence.NONE, 0, 1e9),
  /** Of one layer, which the key names. */
  LAYER_GRADIENT_NORM(Evidence.NONE),
  LAYER_WEIGHT_NORM(Evidence.NONE),
  /** Its presence ends the run. */
  END(Evidence.NONE),

  /** A number that no row knows: {@code training_value}. */
  VALUE(Evidence.NONE);

  /** What a value of a signal says of the record that holds it. */
  public enum Evidence {
    NONE,
    PLACE,
    PROGRESS,
    TRAINING,
    VALIDATION,
    /** A reward of a held-out set: its record trains where nothing else in it validates. */
    REWARD
  }

  public static final int COUNT = values().length;

  public final Evidence evidence;
  private final double least;
  private final double most;
  private final boolean value;
  private final boolean ofLayer;

  Signal(Evidence evidence, double least, double most) {
    this.evidence = evidence;
    this.least = least;
    this.most = most;
    this.value = name().equals("VALUE") || name().endsWith("_PART");
    this.ofLayer = name().startsWith("LAYER_");
  }

  Signal(Evidence evidence) {
    this(evidence, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** The signal in words, for messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether NaN and infinities are news about the training; elsewhere they are rejected. */
  public boolean mayBeNonFinite() {
    return least == Double.NEGATIVE_INFINITY;
  }

  /** Whether a value in base units can be meant. */
  public boolean accepts(double value) {
    return mayBeNonFinite() || (value >= least && value <= most);
  }

  /** Whether it is read from training records alone; elsewhere it is a setting or a summary. */
  public boolean isSetByTraining() {
    return switch (this) {
      case POSITION,
          ELAPSED,
          ETA,
          STEPS_PER_SECOND,
          TOKENS_PER_SECOND,
          SAMPLES_PER_SECOND,
          EPISODE_LENGTH ->
          true;
      default -> evidence == Evidence.TRAINING;
    };
  }

  /** Whether only {@code training_value} shows it. */
  public boolean isValue() {
    return value;
  }

  /** Whether {@code training_value} shows it although it is read: it has no metric of its own. */
  public boolean isAlsoValue() {
    return this == PROGRESS || this == END || this == REWARD || this == EPISODE_LENGTH;
  }

  /** Whether its keys begin alike and end in the name of a layer. */
  public boolean isOfLayer() {
    return ofLayer;
  }
}

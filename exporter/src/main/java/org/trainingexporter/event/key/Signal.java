package org.trainingexporter.event.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a number in a log can mean: what it says of its record's kind ({@link Evidence}), and which
 * finite values are plausible. Its aliases are in {@link SignalAliases}.
 */
public enum Signal {
  POSITION(Evidence.PLACE, 0, 1L << 53, Trait.FROM_TRAINING),
  EPOCH(Evidence.PLACE, 0, 1L << 53),
  /** From 1: writers log 0 or -1 where there is no plan. */
  PLAN(Evidence.NONE, 1, 1L << 53),
  PLANNED_EPOCHS(Evidence.NONE, 0, 1L << 53),
  WARMUP_STEPS(Evidence.NONE, 0, 1L << 53),
  /** Percent of the whole run. */
  PROGRESS(Evidence.PROGRESS, 0, 1e9, Trait.ALSO_VALUE),
  ELAPSED(Evidence.PROGRESS, 0, 1e11, Trait.FROM_TRAINING),
  ETA(Evidence.PROGRESS, 0, 1e11, Trait.FROM_TRAINING),
  /** Seconds since 1970; 1980 to 2200, since a clock that was never set begins in 1970. */
  TIMESTAMP(Evidence.NONE, 315_532_800, 7_258_118_400L),
  /** The time of day of the record, in seconds. */
  CLOCK(Evidence.NONE, 0, 86_400),
  /** How long the epoch that ends with the record took. */
  EPOCH_SECONDS(Evidence.NONE, 0, 1e11, Trait.FROM_TRAINING, Trait.ALSO_VALUE),

  LOSS(Evidence.TRAINING, Trait.FROM_TRAINING),
  AUXILIARY_LOSS(Evidence.TRAINING, Trait.FROM_TRAINING),
  TRAIN_ACCURACY(Evidence.TRAINING, Trait.FROM_TRAINING),
  LEARNING_RATE(Evidence.TRAINING, Trait.FROM_TRAINING),
  GRADIENT_NORM(Evidence.TRAINING, Trait.FROM_TRAINING),
  /** The mean return of an episode. */
  REWARD(Evidence.TRAINING, Trait.FROM_TRAINING),
  /** How many steps an episode takes. */
  EPISODE_LENGTH(Evidence.NONE, 0, 1e12, Trait.FROM_TRAINING),
  /** Makes its record a training record, and is shown as {@code training_value}. */
  TRAINING_PART(Evidence.TRAINING, Trait.FROM_TRAINING, Trait.VALUE_ALONE),

  VALIDATION_LOSS(Evidence.VALIDATION),
  VALIDATION_PERPLEXITY(Evidence.VALIDATION),
  VALIDATION_ACCURACY(Evidence.VALIDATION),
  /** Makes its record a validation record, and is shown as {@code training_value}. */
  VALIDATION_PART(Evidence.VALIDATION, Trait.VALUE_ALONE),

  STEPS_PER_SECOND(Evidence.NONE, 0, 1e12, Trait.FROM_TRAINING),
  TOKENS_PER_SECOND(Evidence.NONE, 0, 1e15, Trait.FROM_TRAINING),
  SAMPLES_PER_SECOND(Evidence.NONE, 0, 1e15, Trait.FROM_TRAINING),
  /** Tokens seen so far. */
  TOKENS(Evidence.NONE, 0, 1e18),
  /** Tokens of this step alone. */
  STEP_TOKENS(Evidence.NONE, 0, 1e18),
  DEAD_EXPERTS(Evidence.NONE, 0, 1e9),
  LAYER_GRADIENT_NORM(Evidence.NONE, Trait.OF_LAYER),
  LAYER_WEIGHT_NORM(Evidence.NONE, Trait.OF_LAYER),
  /** Its presence ends the run. */
  END(Evidence.NONE, Trait.ALSO_VALUE),

  /** A number that no other signal stands for: {@code training_value}. */
  VALUE(Evidence.NONE, Trait.VALUE_ALONE);

  /** What a value of a signal says of the record that holds it. */
  public enum Evidence {
    NONE,
    /** A step or an epoch. */
    PLACE,
    PROGRESS,
    TRAINING,
    VALIDATION,
    /** A reward of a held-out set: its record trains where nothing else in it validates. */
    REWARD
  }

  /** What sets some signals apart from the others. */
  private enum Trait {
    /** Read from training records alone; elsewhere it is a setting or a summary. */
    FROM_TRAINING,
    /** Only {@code training_value} shows it. */
    VALUE_ALONE,
    /** It has no metric of its own: {@code training_value} shows it although it is read. */
    ALSO_VALUE,
    /** Its keys begin alike and end in the name of a layer. */
    OF_LAYER
  }

  public static final int COUNT = values().length;

  public final Evidence evidence;
  private final double least;
  private final double most;
  private final boolean fromTraining;
  private final boolean valueAlone;
  private final boolean alsoValue;
  private final boolean ofLayer;

  Signal(Evidence evidence, double least, double most, Trait... traits) {
    List<Trait> all = Arrays.asList(traits);
    this.evidence = evidence;
    this.least = least;
    this.most = most;
    this.fromTraining = all.contains(Trait.FROM_TRAINING);
    this.valueAlone = all.contains(Trait.VALUE_ALONE);
    this.alsoValue = all.contains(Trait.ALSO_VALUE);
    this.ofLayer = all.contains(Trait.OF_LAYER);
  }

  Signal(Evidence evidence, Trait... traits) {
    this(evidence, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, traits);
  }

  /** The signal in words, for messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Whether NaN and infinities say something of the training; of other signals they are rejected.
   */
  public boolean mayBeNonFinite() {
    return least == Double.NEGATIVE_INFINITY;
  }

  /** Whether a value in base units is plausible. */
  public boolean accepts(double value) {
    return mayBeNonFinite() || (value >= least && value <= most);
  }

  /** Whether it is read from training records alone; elsewhere it is a setting or a summary. */
  public boolean isSetByTraining() {
    return fromTraining;
  }

  /** Whether it is the time of its record. */
  public boolean isTime() {
    return this == TIMESTAMP || this == CLOCK;
  }

  /** Whether only {@code training_value} shows it. */
  public boolean isValue() {
    return valueAlone;
  }

  /** Whether {@code training_value} shows it although the run reads it as this signal. */
  public boolean isAlsoValue() {
    return alsoValue;
  }

  /** Whether its keys begin alike and end in the name of a layer. */
  public boolean isOfLayer() {
    return ofLayer;
  }
}

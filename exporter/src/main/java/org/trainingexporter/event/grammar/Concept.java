package org.trainingexporter.event.grammar;

import java.util.Locale;

/** What the words of a key name, whichever set it is of. */
public enum Concept {
  NONE,
  LOSS,
  LEARNING_RATE,
  GRADIENT_NORM,
  ACCURACY,
  PERPLEXITY,
  REWARD,
  /** A reward where an episode's length stands beside it. */
  SCORE,
  EPISODE_LENGTH,
  STEPS_PER_SECOND,
  TOKENS_PER_SECOND,
  SAMPLES_PER_SECOND,
  EPOCH,
  /** A counter of steps, updates, episodes. */
  POSITION,
  /** A position where an epoch stands beside it. */
  BATCH,
  /** The word total without a word of what it sums: it may be the loss. */
  TOTAL;

  boolean isSpeed() {
    return this == STEPS_PER_SECOND || this == TOKENS_PER_SECOND || this == SAMPLES_PER_SECOND;
  }

  public final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');
}

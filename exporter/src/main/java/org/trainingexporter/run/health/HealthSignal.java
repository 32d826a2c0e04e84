package org.trainingexporter.run.health;

import java.util.Locale;

/** The signals whose health is shown, in their order; {@link #OTHER} joins all further numbers. */
public enum HealthSignal {
  LOSS,
  AUXILIARY_LOSS,
  VALIDATION_LOSS,
  GRADIENT_NORM,
  LEARNING_RATE,
  OTHER;

  /** The value of the label {@code signal}. */
  public final String label = name().toLowerCase(Locale.ROOT);

  /** In words, for messages. */
  public final String words = label.replace('_', ' ');
}

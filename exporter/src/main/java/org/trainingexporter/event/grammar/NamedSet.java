package org.trainingexporter.event.grammar;

import java.util.Locale;

/** The data set that a name or a record speaks of. */
public enum NamedSet {
  /** It names none. */
  NONE,
  TRAINING,
  VALIDATION,
  /** Stands for the validation set while a run has no other. */
  TEST;

  public final String label = name().toLowerCase(Locale.ROOT);

  /** Whether it is held out from training. */
  public boolean isHeldOut() {
    return this == VALIDATION || this == TEST;
  }
}

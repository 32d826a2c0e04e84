package org.trainingexporter.run.warning;

import java.util.Locale;

/** The kinds of warnings, in the order in which they are shown. */
public enum WarningKind {
  EXPLODING(5),
  VANISHING(5),
  DEAD(5),
  OVERFITTING(1),
  PLATEAU(1),
  DIVERGED(1);

  /** The value of the label {@code kind}. */
  final String label = name().toLowerCase(Locale.ROOT);

  /** An episode is over when that many records in a row show none of it. */
  final int clearAfter;

  WarningKind(int clearAfter) {
    this.clearAfter = clearAfter;
  }
}

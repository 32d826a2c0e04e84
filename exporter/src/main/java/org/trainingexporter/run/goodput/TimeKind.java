package org.trainingexporter.run.goodput;

import java.util.Locale;

/** What time between two training records was used for. */
public enum TimeKind {
  /** Steps that were made for the first time in their attempt. */
  PRODUCTIVE,
  /** Steps at or below the highest position that the attempt had reached. */
  REPLAYED,
  EVALUATION,
  CHECKPOINT,
  /** Silence beyond the stall threshold. */
  PAUSED;

  static final int COUNT = values().length;

  /** The value of the label {@code kind}. */
  public final String label = name().toLowerCase(Locale.ROOT);
}

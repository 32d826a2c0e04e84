package org.trainingexporter.run;

import java.util.Locale;

/** The states of a run; it is in the first that holds. */
public enum TrainingState {
  FINISHED,
  /**
   * Its process is gone, or the log says that it failed or was stopped: {@link RunSnapshot#ending}.
   */
  ENDED,
  ABANDONED,
  NOT_FINITE,
  STALLED,
  WARMUP,
  TRAINING;

  /** The value of the label {@code state}. */
  public final String label = name().toLowerCase(Locale.ROOT);

  /** Whether the training has ended, as planned or not. */
  public boolean isOver() {
    return this == FINISHED || this == ENDED;
  }
}

package org.trainingexporter.watch;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.validation.Checkpoint;

/**
 * Is called for each record of a run, in the order in which they are applied. Record and state are
 * valid only during the call.
 */
public interface RunListener {
  /** Does nothing. */
  RunListener NONE = (record, applied, state) -> {};

  /**
   * The record is about to be applied; the state is the one before it.
   *
   * @return whether it may be applied; else the next poll offers it again, before anything else
   */
  default boolean before(LogRecord record, RunState state) {
    return true;
  }

  /** The same for a saved checkpoint, once all records before it are applied. */
  default boolean before(Checkpoint checkpoint) {
    return true;
  }

  /**
   * The record was applied.
   *
   * @param applied what it did to the state
   */
  void after(LogRecord record, Applied applied, RunState state);

  /** A document's record has added what the leading log does not have. */
  default void supplemented(LogRecord record, RunState state) {}
}

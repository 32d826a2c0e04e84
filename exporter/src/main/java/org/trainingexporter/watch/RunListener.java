package org.trainingexporter.watch;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.validation.Checkpoint;

/**
 * Hears of each record of a run, in the order in which they count. Record and state change as soon
 * as the call returns.
 */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = (record, applied, state) -> {};

  /**
   * The record is about to be applied; the state is the one before it.
   *
   * @return whether it may be; else it comes again at the next poll, and nothing before it
   */
  default boolean before(LogRecord record, RunState state) {
    return true;
  }

  /** The same of a checkpoint that was saved, once all records before it are applied. */
  default boolean before(Checkpoint checkpoint) {
    return true;
  }

  /**
   * The record was applied.
   *
   * @param applied what it did to the state
   */
  void after(LogRecord record, Applied applied, RunState state);

  /** The record of a document has added what the leading logs do not tell. */
  default void supplemented(LogRecord record, RunState state) {}
}

package org.trainingexporter.watch;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.run.RunState;

/**
 * Hears of each record of a run, in the order in which they count. Record and state change as soon
 * as the call returns.
 */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = (record, state) -> {};

  /** The record is about to be applied; the state is the one before it. */
  default void before(LogRecord record, RunState state) {}

  /** The record was applied. */
  void after(LogRecord record, RunState state);

  /** The record of a document has added what the leading logs do not tell. */
  default void supplemented(LogRecord record, RunState state) {}
}

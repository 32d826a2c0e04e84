package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/** Keeps what is shown of one signal. */
interface SignalKeeper extends SignalSink {
  /** The newest value, in base units; unknown while there is none. */
  double newest();

  /** The mean of the newest values; unknown where none is kept. */
  default double mean() {
    return UNKNOWN;
  }

  /** Of how many values the mean is; 0 where none is kept. */
  default int meanOf() {
    return 0;
  }

  /** The highest value of the attempt; unknown where it is not kept. */
  default double best() {
    return UNKNOWN;
  }

  /** The attempt went back to that position. */
  default void rewind(double to) {}

  /** A new attempt begins. */
  void restart();

  /** The signal is read by another alias from now on. */
  default void clear() {}
}

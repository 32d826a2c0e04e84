package org.trainingexporter.run.signal;

import java.util.Map;
import org.trainingexporter.event.key.Signal;

/**
 * The values of a run's signals, in base units; unknown is NaN.
 *
 * @param bySignal the signals of which something is known
 */
public record SignalsSnapshot(Map<Signal, SignalSnapshot> bySignal) {
  /** The newest value of a signal. */
  public double newest(Signal signal) {
    return of(signal).newest();
  }

  /** The mean of a signal's newest values, of those that have one. */
  public double mean(Signal signal) {
    return of(signal).mean();
  }

  private SignalSnapshot of(Signal signal) {
    return bySignal.getOrDefault(signal, SignalSnapshot.NONE);
  }
}

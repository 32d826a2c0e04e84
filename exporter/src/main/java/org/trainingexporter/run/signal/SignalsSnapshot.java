package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isKnown;

import java.util.Map;
import org.trainingexporter.event.key.Signal;

/**
 * The values of a run's signals, in base units; unknown is NaN.
 *
 * @param bySignal the signals of which something is known
 */
public record SignalsSnapshot(Map<Signal, SignalSnapshot> bySignal) {
  /**
   * The newest value of a signal, the mean of its newest values and of how many it is, and its
   * highest value of the attempt; each may be unknown.
   */
  public record SignalSnapshot(double newest, double mean, double meanOf, double best) {
    private static final SignalSnapshot NONE =
        new SignalSnapshot(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    boolean isKnownAtAll() {
      return isKnown(newest) || isKnown(mean);
    }
  }

  /** The newest value of a signal. */
  public double newest(Signal signal) {
    return of(signal).newest();
  }

  /** The mean of a signal's newest values, of those that have one. */
  public double mean(Signal signal) {
    return of(signal).mean();
  }

  /** Of how many values the mean is; unknown where none is kept. */
  public double meanOf(Signal signal) {
    return of(signal).meanOf();
  }

  /** The highest value of the attempt, of signals that keep it. */
  public double best(Signal signal) {
    return of(signal).best();
  }

  private SignalSnapshot of(Signal signal) {
    return bySignal.getOrDefault(signal, SignalSnapshot.NONE);
  }
}

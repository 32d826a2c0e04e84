package org.trainingexporter.run.health;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/**
 * How a signal behaves: whether its newest value is finite, how often it was not, and its spikes.
 * The counters go on through restarts.
 */
public final class SignalHealth {
  /** How a value differs from the one before it. */
  public enum HealthChange {
    NONE,
    BROKE,
    RECOVERED
  }

  /** Of this many records at most one spike is an event. */
  private static final int SPIKE_EVENT_PAUSE = 100;

  private boolean seen;
  private boolean finite = true;
  private long nonFinite;
  private double lastNonFinite = UNKNOWN;
  private long spikes;
  private double lastSpike = UNKNOWN;
  private long spikeRecord = Long.MIN_VALUE;

  /** Adds a value; {@code time} in seconds since 1970, or unknown. */
  public HealthChange add(double value, double time) {
    boolean wasFinite = finite;
    seen = true;
    finite = Double.isFinite(value);
    if (!finite) {
      nonFinite++;
      lastNonFinite = time;
    }
    if (wasFinite == finite) {
      return HealthChange.NONE;
    }
    return finite ? HealthChange.RECOVERED : HealthChange.BROKE;
  }

  /**
   * Counts a spike.
   *
   * @param record the number of the run's record
   * @return whether it becomes an event: at most one in 100 records does
   */
  public boolean addSpike(double time, long record) {
    spikes++;
    lastSpike = time;
    boolean event = spikeRecord == Long.MIN_VALUE || record - spikeRecord >= SPIKE_EVENT_PAUSE;
    if (event) {
      spikeRecord = record;
    }
    return event;
  }

  /** A new attempt begins: nothing is known of the newest value. */
  public void restart() {
    seen = false;
    finite = true;
  }

  public boolean isFinite() {
    return finite;
  }

  public HealthSnapshot snapshot(HealthSignal signal) {
    return new HealthSnapshot(
        signal.label, seen, finite, nonFinite, lastNonFinite, spikes, lastSpike);
  }
}

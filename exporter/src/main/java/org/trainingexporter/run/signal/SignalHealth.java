package org.trainingexporter.run.signal;

import java.util.Locale;

/**
 * How a signal behaves: whether it is a number, how often it was not, and its spikes. Counters go
 * on through restarts.
 */
public final class SignalHealth {
  /** The signals whose health is told, in the order that they are shown. */
  public enum HealthSignal {
    LOSS,
    AUXILIARY_LOSS,
    VALIDATION_LOSS,
    GRADIENT_NORM,
    LEARNING_RATE,
    OTHER;

    /** The value of the label {@code signal}. */
    public final String label = name().toLowerCase(Locale.ROOT);

    /** In words, for messages. */
    public final String words = label.replace('_', ' ');
  }

  /** What a value did. */
  enum Change {
    NONE,
    BROKE,
    RECOVERED
  }

  private boolean seen;
  private boolean finite = true;
  private long nonFinite;
  private double lastNonFinite = Double.NaN;
  private long spikes;
  private double lastSpike = Double.NaN;
  private long spikeRecord = Long.MIN_VALUE;

  Change add(double value, double time) {
    boolean wasFinite = finite;
    seen = true;
    finite = Double.isFinite(value);
    if (!finite) {
      nonFinite++;
      lastNonFinite = time;
    }
    return wasFinite == finite ? Change.NONE : finite ? Change.RECOVERED : Change.BROKE;
  }

  /**
   * Counts a spike.
   *
   * @param record the number of the run's record
   * @return whether it is worth an event: at most one in 100 records is
   */
  boolean addSpike(double time, long record) {
    spikes++;
    lastSpike = time;
    boolean worth = spikeRecord == Long.MIN_VALUE || record - spikeRecord >= 100;
    if (worth) {
      spikeRecord = record;
    }
    return worth;
  }

  /** The attempt begins anew: nothing is known of the newest value. */
  void restart() {
    seen = false;
    finite = true;
  }

  boolean isFinite() {
    return finite;
  }

  HealthSnapshot snapshot(HealthSignal name) {
    return new HealthSnapshot(
        name.label, seen, finite, nonFinite, lastNonFinite, spikes, lastSpike);
  }
}

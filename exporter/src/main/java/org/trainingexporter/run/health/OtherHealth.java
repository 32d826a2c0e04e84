package org.trainingexporter.run.health;

import org.trainingexporter.run.position.RecordPosition;

/**
 * The health of all numbers that have none of their own, taken together: a record is finite when
 * all of them are.
 */
public final class OtherHealth {
  private final SignalHealth health = new SignalHealth();

  /** The number of the newest record that had a value that is not finite. */
  private long broken;

  public void add(double value, RecordPosition at) {
    if (!Double.isFinite(value)) {
      broken = at.number();
    }
    if (!Double.isFinite(value) || at.number() != broken) {
      health.add(value, at.time());
    }
  }

  public void restart() {
    health.restart();
  }

  public HealthSnapshot snapshot() {
    return health.snapshot(HealthSignal.OTHER);
  }
}

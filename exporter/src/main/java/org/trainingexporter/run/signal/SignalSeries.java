package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.Locale;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.health.HealthSignal;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.run.health.SignalHealth;
import org.trainingexporter.run.health.SignalHealth.HealthChange;
import org.trainingexporter.run.health.SpikeDetector;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RollingWindow;

/**
 * A signal with a health: its newest finite value, the mean of its newest finite values, and what
 * is wrong with it. Makes the events of its health and its spikes.
 */
final class SignalSeries implements SignalKeeper {
  static final double NO_SPIKES = 0;

  /** A loss that crosses the one from a median below the other is a spike in any case. */
  private static final double DIVERGED = 1000;

  private static final double SANE = 100;

  private final HealthSignal name;
  private final RollingWindow recent;

  /** Null where the signal has none. */
  private final SpikeDetector spikes;

  private final SignalHealth health = new SignalHealth();
  private final EventLog events;
  private double newest = UNKNOWN;

  /**
   * @param mean of how many values
   * @param spikeFactor above which multiple of the median a value is a spike, or {@link #NO_SPIKES}
   */
  SignalSeries(HealthSignal name, int mean, double spikeFactor, EventLog events) {
    this.name = name;
    this.recent = new RollingWindow(mean);
    this.spikes = spikeFactor == NO_SPIKES ? null : new SpikeDetector(spikeFactor);
    this.events = events;
  }

  @Override
  public void add(Field field, double value, RecordPosition at) {
    HealthChange change = health.add(value, at.time());
    if (change == HealthChange.BROKE) {
      events.add(EventLog.EventType.ERROR, at.time(), at.step(), name.words + " is " + value);
    } else if (change == HealthChange.RECOVERED) {
      events.add(EventLog.EventType.WARNING, at.time(), at.step(), name.words + " is finite again");
    }
    if (!health.isFinite()) {
      return;
    }
    if (spikes != null && isSpike(value, at) && health.addSpike(at.time(), at.number())) {
      String message = String.format(Locale.ROOT, "%s spikes to %.4g", name.words, value);
      events.add(EventLog.EventType.WARNING, at.time(), at.step(), message);
    }
    recent.add(at.position(), value);
    newest = value;
  }

  private boolean isSpike(double value, RecordPosition at) {
    boolean crosses = name == HealthSignal.LOSS && value > DIVERGED && !(newest > DIVERGED);
    boolean diverges = crosses && spikes.median() < SANE;
    boolean isSpike = spikes.add(at.position(), value);
    return isSpike || diverges;
  }

  @Override
  public void rewind(double to) {
    recent.rewind(to);
    if (spikes != null) {
      spikes.rewind(to);
    }
  }

  @Override
  public void restart() {
    clear();
    health.restart();
  }

  @Override
  public void clear() {
    recent.clear();
    newest = UNKNOWN;
    if (spikes != null) {
      spikes.clear();
    }
  }

  @Override
  public double newest() {
    return newest;
  }

  @Override
  public double mean() {
    return recent.mean();
  }

  HealthSnapshot health() {
    return health.snapshot(name);
  }
}

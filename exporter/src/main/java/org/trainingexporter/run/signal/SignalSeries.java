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
 * is wrong with it. The mean is of at most a tenth of the attempt's values, since in a short log a
 * fixed number would reach back to where the training was long ago. Makes the events of its health
 * and its spikes.
 */
final class SignalSeries implements SignalKeeper {
  /** A loss that crosses the one from a median below the other is a spike in any case. */
  private static final double DIVERGED = 1000;

  private static final double SANE = 100;
  private static final int SHARE_OF_MEAN = 10;

  private final HealthSignal name;
  private final int longestMean;
  private final RollingWindow recent;

  /** Null where the signal has none. */
  private final SpikeDetector spikes;

  private final SignalHealth health = new SignalHealth();
  private final EventLog events;
  private double newest = UNKNOWN;

  /** Finite values of the attempt. */
  private long count;

  /**
   * @param mean of how many values at most
   * @param spikes null for none
   */
  SignalSeries(HealthSignal name, int mean, SpikeDetector spikes, EventLog events) {
    this.name = name;
    this.longestMean = mean;
    this.recent = new RollingWindow(mean);
    this.spikes = spikes;
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
    if (spikes != null
        && spikes.add(at, value, crosses(value))
        && health.addSpike(at.time(), at.number())) {
      String message = String.format(Locale.ROOT, "%s spikes to %.4g", name.words, value);
      events.add(EventLog.EventType.WARNING, at.time(), at.step(), message);
    }
    recent.add(at.position(), value);
    newest = value;
    count++;
  }

  private boolean crosses(double value) {
    return value > DIVERGED
        && name == HealthSignal.LOSS
        && !(newest > DIVERGED)
        && spikes.median() < SANE;
  }

  @Override
  public void rewind(double to) {
    int before = recent.size();
    recent.rewind(to);
    count = recent.size() == 0 ? 0 : count - (before - recent.size());
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
    count = 0;
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
    return recent.mean(meanOf());
  }

  @Override
  public int meanOf() {
    return (int) Math.max(1, Math.min(longestMean, count / SHARE_OF_MEAN));
  }

  HealthSnapshot health() {
    return health.snapshot(name);
  }
}

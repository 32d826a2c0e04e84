package org.trainingexporter.run.signal;

import java.util.Locale;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.signal.SignalHealth.Change;
import org.trainingexporter.run.window.RollingWindow;

/** One signal over time: its newest finite value, its mean, its health and its spikes. */
final class SignalSeries {
  private static final double DIVERGED = 1000;
  private static final double SANE = 100;

  private final SignalHealth.HealthSignal name;
  private final RollingWindow recent;
  private final SpikeDetector spikes;
  private final SignalHealth health = new SignalHealth();
  private final EventLog events;
  private double newest = Double.NaN;

  /**
   * @param mean over how many values
   * @param spikeFactor above which multiple of the median a value is a spike; 0 for never
   */
  SignalSeries(SignalHealth.HealthSignal name, int mean, double spikeFactor, EventLog events) {
    this.name = name;
    this.recent = new RollingWindow(mean);
    this.spikes = spikeFactor == 0 ? null : new SpikeDetector(spikeFactor);
    this.events = events;
  }

  void add(double value, RecordPosition at) {
    Change change = health.add(value, at.time());
    if (change == Change.BROKE) {
      events.add(EventLog.EventType.ERROR, at.time(), at.step(), name.words + " is " + value);
    } else if (change == Change.RECOVERED) {
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
    boolean crosses =
        name == SignalHealth.HealthSignal.LOSS && value > DIVERGED && !(newest > DIVERGED);
    boolean diverges = crosses && spikes.median() < SANE;
    boolean stands = spikes.add(at.position(), value);
    return stands || diverges;
  }

  void rewind(double to) {
    recent.rewind(to);
    if (spikes != null) {
      spikes.rewind(to);
    }
  }

  void restart() {
    clear();
    health.restart();
  }

  /** The signal is read by another alias from now on. */
  void clear() {
    recent.clear();
    newest = Double.NaN;
    if (spikes != null) {
      spikes.clear();
    }
  }

  double newest() {
    return newest;
  }

  double mean() {
    return recent.mean();
  }

  HealthSnapshot health() {
    return health.snapshot(name);
  }
}

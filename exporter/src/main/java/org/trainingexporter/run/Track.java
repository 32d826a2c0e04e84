package org.trainingexporter.run;

import java.util.Locale;
import org.trainingexporter.run.Health.Change;

/** One signal over time: its newest finite value, its mean, its health and its spikes. */
final class Track {
  private static final double DIVERGED = 1000;
  private static final double SANE = 100;

  private final Health.Name name;
  private final Recent recent;
  private final SpikeWatch spikes;
  private final Health health = new Health();
  private final Events events;
  private double newest = Double.NaN;

  /**
   * @param mean over how many values
   * @param spikeFactor above which multiple of the median a value is a spike; 0 for never
   */
  Track(Health.Name name, int mean, double spikeFactor, Events events) {
    this.name = name;
    this.recent = new Recent(mean);
    this.spikes = spikeFactor == 0 ? null : new SpikeWatch(spikeFactor);
    this.events = events;
  }

  void add(double value, Moment at) {
    Change change = health.add(value, at.time());
    if (change == Change.BROKE) {
      events.add(Events.Type.ERROR, at.time(), at.step(), name.words + " is " + value);
    } else if (change == Change.RECOVERED) {
      events.add(Events.Type.WARNING, at.time(), at.step(), name.words + " is finite again");
    }
    if (!health.isFinite()) {
      return;
    }
    if (spikes != null && isSpike(value, at) && health.addSpike(at.time(), at.number())) {
      String message = String.format(Locale.ROOT, "%s spikes to %.4g", name.words, value);
      events.add(Events.Type.WARNING, at.time(), at.step(), message);
    }
    recent.add(at.position(), value);
    newest = value;
  }

  private boolean isSpike(double value, Moment at) {
    boolean crosses = name == Health.Name.LOSS && value > DIVERGED && !(newest > DIVERGED);
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
    forget();
    health.restart();
  }

  /** The signal is read by another spelling from now on. */
  void forget() {
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

  RunSnapshot.Health health() {
    return health.snapshot(name);
  }
}

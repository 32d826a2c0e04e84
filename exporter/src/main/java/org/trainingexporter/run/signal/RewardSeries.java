package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RecordHighs;
import org.trainingexporter.run.window.RollingWindow;

/**
 * The mean return of an episode: the newest finite one, the mean of the last 100, and the highest
 * of the attempt. Returns are noisy, so that the mean is of 100 however short the run is.
 */
final class RewardSeries implements SignalKeeper {
  private static final int MEAN_OF = 100;

  private final RollingWindow recent = new RollingWindow(MEAN_OF);
  private final RecordHighs highs = new RecordHighs();
  private double newest = UNKNOWN;

  @Override
  public void add(Field field, double value, RecordPosition at) {
    if (Double.isFinite(value)) {
      recent.add(at.position(), value);
      highs.add(at.position(), value);
      newest = value;
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

  @Override
  public double best() {
    return highs.highest();
  }

  @Override
  public void rewind(double to) {
    recent.rewind(to);
    highs.rewind(to);
  }

  @Override
  public void restart() {
    clear();
  }

  @Override
  public void clear() {
    recent.clear();
    highs.clear();
    newest = UNKNOWN;
  }
}

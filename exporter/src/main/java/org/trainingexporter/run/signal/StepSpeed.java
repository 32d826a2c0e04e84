package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.time.Throughput;
import org.trainingexporter.run.window.RollingWindow;

/** Steps a second: as logged, else as measured from the positions and times of records. */
final class StepSpeed implements SignalKeeper {
  private static final int MEAN_OF = 100;

  private final RollingWindow logged = new RollingWindow(MEAN_OF);
  private final Throughput measured;
  private double newest = UNKNOWN;

  StepSpeed(Throughput measured) {
    this.measured = measured;
  }

  @Override
  public void add(Field field, double value, RecordPosition at) {
    newest = value;
    logged.add(at.position(), value);
  }

  @Override
  public double newest() {
    return logged.size() > 0 ? newest : measured.perSecond();
  }

  @Override
  public double mean() {
    return logged.size() > 0 ? logged.mean() : measured.meanPerSecond();
  }

  @Override
  public void rewind(double to) {
    logged.rewind(to);
    measured.rewind(to);
  }

  @Override
  public void restart() {
    clear();
    measured.restart();
    newest = UNKNOWN;
  }

  @Override
  public void clear() {
    logged.clear();
  }
}

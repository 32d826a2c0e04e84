package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.time.Throughput;

/**
 * Tokens trained on: the rises of a counter that the log keeps, else the sum of what each step
 * took. The total goes on through restarts.
 */
final class TokenCounter implements SignalKeeper {
  private final Throughput throughput = new Throughput();
  private double total = UNKNOWN;
  private double counter = UNKNOWN;

  /** The log's own count so far: the first counts whole, and a count that fell began again. */
  @Override
  public void add(Field field, double soFar, RecordPosition at) {
    double rise = soFar > counter ? soFar - counter : 0;
    rise = isUnknown(total) ? soFar : rise;
    total = firstKnown(total, 0) + rise;
    counter = soFar;
    throughput.add(soFar, at.time());
  }

  private void addStep(double tokens, RecordPosition at) {
    if (isUnknown(counter)) {
      total = firstKnown(total, 0) + tokens;
    }
    throughput.add(total, at.time());
  }

  /** Counts what each step took, where the log keeps no counter. */
  SignalKeeper ofSteps() {
    return new SignalKeeper() {
      @Override
      public void add(Field field, double tokens, RecordPosition at) {
        addStep(tokens, at);
      }

      @Override
      public double newest() {
        return UNKNOWN; // it is in the total
      }

      @Override
      public void restart() {}
    };
  }

  /** Tokens a second, measured. */
  Throughput throughput() {
    return throughput;
  }

  @Override
  public double newest() {
    return total;
  }

  /** Tokens go on from where they were, so that the position does not say which to drop. */
  @Override
  public void rewind(double to) {
    throughput.restart();
  }

  @Override
  public void restart() {
    throughput.restart();
  }
}

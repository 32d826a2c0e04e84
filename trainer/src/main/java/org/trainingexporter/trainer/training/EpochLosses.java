package org.trainingexporter.trainer.training;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.ValidationScores;

/** Training against validation, epoch by epoch. Safe for many threads. */
public final class EpochLosses {
  /** More epochs than that are thinned: every other one is left out. */
  private static final int MOST = 512;

  private final List<EpochLoss> all = new ArrayList<>();
  private double sum;
  private long batches;
  private int between = 1;

  /**
   * One epoch.
   *
   * @param training mean loss of its batches
   * @param validation loss at its end
   */
  public record EpochLoss(int epoch, double training, double validation) {}

  synchronized void trained(BatchRecord batch) {
    sum += batch.loss();
    batches++;
  }

  synchronized void validated(ValidationScores scores) {
    if (scores.epoch() % between == 0) {
      all.add(new EpochLoss(scores.epoch(), sum / batches, scores.loss()));
    }
    sum = 0;
    batches = 0;
    if (all.size() > MOST) {
      between *= 2;
      all.removeIf(one -> one.epoch() % between != 0);
    }
  }

  /** The epochs that are over, the first one first. */
  public synchronized List<EpochLoss> all() {
    return List.copyOf(all);
  }
}

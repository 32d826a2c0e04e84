package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.ValidationScores;

final class EpochLossesTest {
  private final EpochLosses losses = new EpochLosses();

  private void epoch(int epoch, double validation, double... batches) {
    for (double loss : batches) {
      losses.trained(new BatchRecord(1, epoch, loss, 0.5, 0.1, 1, Instant.EPOCH));
    }
    losses.validated(new ValidationScores(1, epoch, validation, 0.5));
  }

  @Test
  void each_epoch_has_the_mean_of_its_own_batches() {
    epoch(1, 4, 2, 4);
    epoch(2, 3, 1);
    assertEquals(
        List.of(new EpochLosses.EpochLoss(1, 3, 4), new EpochLosses.EpochLoss(2, 1, 3)),
        losses.all());
  }

  @Test
  void many_epochs_are_thinned_evenly() {
    for (int epoch = 1; epoch <= 5000; epoch++) {
      epoch(epoch, 1, epoch);
    }
    assertTrue(losses.all().size() <= 512);
    assertEquals(16, losses.all().get(0).epoch());
    assertEquals(32, losses.all().get(1).epoch());
    assertEquals(4992, losses.all().get(losses.all().size() - 1).epoch());
  }
}

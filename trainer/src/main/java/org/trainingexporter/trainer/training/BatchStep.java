package org.trainingexporter.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.listener.TrainingListener.BatchData;
import java.util.Map;

/** The forward and backward pass of one batch. Leaves no array open. */
final class BatchStep {
  private final Trainer trainer;
  private final Device device;

  BatchStep(Trainer trainer) {
    this.trainer = trainer;
    this.device = trainer.getDevices()[0];
  }

  /** Computes the gradients and notifies the listeners. Does not change the weights. */
  void backward(Batch batch) {
    NDList predictions;
    try (GradientCollector collector = trainer.newGradientCollector()) {
      predictions = trainer.forward(batch.getData(), batch.getLabels());
      collector.backward(trainer.getLoss().evaluate(batch.getLabels(), predictions));
    }
    BatchData data = data(batch, predictions);
    trainer.notifyListeners(listener -> listener.onTrainingBatch(trainer, data));
  }

  void validate(Batch batch) {
    BatchData data = data(batch, trainer.evaluate(batch.getData()));
    trainer.notifyListeners(listener -> listener.onValidationBatch(trainer, data));
  }

  private BatchData data(Batch batch, NDList predictions) {
    return new BatchData(batch, Map.of(device, batch.getLabels()), Map.of(device, predictions));
  }
}

package org.trainingexporter.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.listener.TrainingListener.BatchData;
import java.util.Map;

/** One batch: forward, backward, listeners. Leaves no array behind. */
final class Step {
  private final Trainer trainer;
  private final Device device;

  Step(Trainer trainer) {
    this.trainer = trainer;
    this.device = trainer.getDevices()[0];
  }

  /** Gradients of the batch, then the listeners; the weights stay. */
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

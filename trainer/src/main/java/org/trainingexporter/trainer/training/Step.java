package org.trainingexporter.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.listener.TrainingListener.BatchData;
import java.util.Map;

/** One batch: forward, backward, listeners, clipping, new weights. Leaves no array behind. */
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
    BatchData data =
        new BatchData(batch, Map.of(device, batch.getLabels()), Map.of(device, predictions));
    trainer.notifyListeners(listener -> listener.onTrainingBatch(trainer, data));
  }

  /**
   * The weights follow the gradients, which are shortened first where their norm is above a limit.
   */
  void forward(Batch batch, double norm, double clip) {
    if (clip > 0 && norm > clip) {
      shorten(batch.getManager(), (float) (clip / norm));
    }
    trainer.step();
  }

  void validate(Batch batch) {
    NDList predictions = trainer.evaluate(batch.getData());
    BatchData data =
        new BatchData(batch, Map.of(device, batch.getLabels()), Map.of(device, predictions));
    trainer.notifyListeners(listener -> listener.onValidationBatch(trainer, data));
  }

  private void shorten(NDManager manager, float factor) {
    for (Parameter parameter : trainer.getModel().getBlock().getParameters().values()) {
      if (parameter.requiresGradient()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(manager);
        gradient.muli(factor);
      }
    }
  }
}

package org.trainingexporter.trainer.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.TrainingMonitor;
import org.trainingexporter.trainer.network.MonitoredBlock;
import org.trainingexporter.trainer.network.MonitoredCnn;
import org.trainingexporter.trainer.network.MonitoredMlp;
import org.trainingexporter.trainer.settings.TrainingSettings;

/** A model in training. Occupies the engine's memory until it is closed. One thread. */
final class TrainingLoop implements AutoCloseable {
  private static final int VALIDATION_BATCH = 256;

  private final TrainingSettings settings;
  private final Examples.Split data;
  private final TrainingMonitor monitor;
  private final Model model = Model.newInstance("model");
  private final Trainer trainer;
  private final BatchStep step;
  private final List<Parameter> trained;
  private final Optimizer optimizer;
  private double rate;

  TrainingLoop(TrainingSettings settings, Examples.Split data, TrainingMonitor monitor) {
    this.settings = settings;
    this.data = data;
    this.monitor = monitor;
    Engine.getInstance().setRandomSeed(settings.seed());
    model.setBlock(network());
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(new CrossEntropy()).addTrainingListeners(monitor));
    trainer.initialize(Tensors.shape(data.training(), settings.batchSize()));
    step = new BatchStep(trainer);
    trained = model.getBlock().getParameters().values(); // DJL collects them anew for each call
    optimizer = settings.optimizer().make(update -> (float) rate, settings.momentum());
  }

  private MonitoredBlock network() {
    int classes = data.training().classes();
    return settings.model() == TrainingSettings.Network.CNN
        ? new MonitoredCnn(settings.activation(), settings.dropout(), classes)
        : new MonitoredMlp(settings.hidden(), settings.activation(), settings.dropout(), classes);
  }

  Trainer trainer() {
    return trainer;
  }

  /**
   * The indexes of the training examples in the order of an epoch.
   *
   * @param epoch counts from 0
   */
  int[] order(int epoch) {
    return data.training().shuffled(new Random(31L * settings.seed() + epoch));
  }

  /** Trains on the batch of these examples that begins at {@code from}. */
  BatchRecord train(int[] order, int from, double learningRate) {
    rate = learningRate;
    int to = Math.min(order.length, from + settings.batchSize());
    Examples examples = data.training().pick(order, from, to);
    try (Batch batch = Tensors.batch(trainer.getManager(), examples)) {
      step.backward(batch);
      BatchRecord record = monitor.newest();
      update(clipFactor(record.gradientNorm()));
      return record;
    }
  }

  /** The factor that scales gradients of this norm down to the configured norm. */
  private double clipFactor(double norm) {
    return settings.clip() > 0 && norm > settings.clip() ? settings.clip() / norm : 1;
  }

  /**
   * Updates the weights. {@code Trainer.step} rejects a first batch whose gradients add up to 0, as
   * those of softmax do in a network without hidden layers.
   */
  private void update(double factor) {
    for (Parameter parameter : trained) {
      try (NDArray gradient = parameter.getArray().getGradient()) {
        if (factor < 1) {
          gradient.muli(factor);
        }
        optimizer.update(parameter.getId(), parameter.getArray(), gradient);
      }
    }
  }

  void validate() {
    Examples all = data.validation();
    int size = Math.min(VALIDATION_BATCH, settings.examplesAtOnce());
    for (int from = 0; from < all.size(); from += size) {
      Examples some = all.part(from, Math.min(all.size(), from + size));
      try (Batch batch = Tensors.batch(trainer.getManager(), some)) {
        step.validate(batch);
      }
    }
    trainer.notifyListeners(listener -> listener.onEpoch(trainer));
  }

  void save(Path checkpoint) throws IOException {
    model.save(Files.createDirectories(checkpoint), "model");
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}

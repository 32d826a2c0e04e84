package org.trainingexporter.trainer.monitor;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;

/**
 * Logs a DJL training into a run's directory: {@code training_log.jsonl}, {@code eval_log.jsonl}
 * and {@code layers.jsonl}. It takes one line in any DJL program: {@code
 * config.addTrainingListeners(new TrainingMonitor(Path.of("runs/mine"), 10))}. Weights and
 * gradients are logged for every model, activations for a {@code MonitoredBlock}. All methods but
 * {@link #history} belong to the thread of the training.
 */
public final class TrainingMonitor extends TrainingListenerAdapter implements AutoCloseable {
  private static final int KEPT = 10_000;

  private final int every;
  private final InstantSource clock;
  private final Path log;
  private final JsonLog training;
  private final JsonLog validations;
  private final LayerLog layers;
  private final TrainingHistory history;
  private final List<BatchScores> validationBatches = new ArrayList<>();
  private final List<Consumer<BatchRecord>> callbacks = new ArrayList<>();
  private LongToDoubleFunction learningRate = step -> Double.NaN;
  private List<Parameter> trained = List.of();
  private BatchRecord newest;
  private ValidationScores validation;
  private long step;
  private int epoch = 1;

  /**
   * @param directory created if it is missing
   * @param every a layer record is written every so many batches
   */
  public TrainingMonitor(Path directory, int every) {
    this(directory, every, InstantSource.system(), KEPT);
  }

  TrainingMonitor(Path directory, int every, InstantSource clock, int kept) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    }
    this.every = every;
    this.clock = clock;
    log = directory.resolve("training_log.jsonl");
    training = new JsonLog(log);
    validations = new JsonLog(directory.resolve("eval_log.jsonl"));
    layers = new LayerLog(directory.resolve("layers.jsonl"));
    history = new TrainingHistory(log, kept);
  }

  /** Logs the learning rate of each step, which DJL's optimizers do not disclose. */
  public TrainingMonitor withLearningRate(LongToDoubleFunction rateOfStep) {
    learningRate = rateOfStep;
    return this;
  }

  /** Logs the planned length of the training, from which progress and ETA follow. */
  public TrainingMonitor withPlan(long steps, int epochs) {
    training.append(
        json -> {
          json.writeNumberField("total_steps", steps);
          json.writeNumberField("total_epochs", epochs);
          JsonLog.time(json, clock.instant());
        });
    return this;
  }

  /**
   * Logs that the training ended before its plan. Opens the log anew, since DJL closes its
   * listeners with the trainer.
   *
   * @param how the exporter's word for it: {@code stopped} or {@code failed}
   */
  public void endedEarly(String how) {
    try (JsonLog again = new JsonLog(log)) {
      again.append(
          json -> {
            json.writeStringField("event", how);
            JsonLog.time(json, clock.instant());
          });
    }
  }

  /** Calls back for each batch, after it is logged and before the weights change. */
  public TrainingMonitor onBatch(Consumer<BatchRecord> callback) {
    callbacks.add(callback);
    return this;
  }

  /** The newest batch; null before the first. */
  public BatchRecord newest() {
    return newest;
  }

  /** The latest validation; null before the first. */
  public ValidationScores validation() {
    return validation;
  }

  /** All batches, oldest first: the newest 10,000 from memory, the others read from the log. */
  public List<BatchRecord> history() throws IOException {
    return history.all();
  }

  @Override
  public void onTrainingBatch(Trainer trainer, BatchData data) {
    step++;
    BatchScores scores = scores(trainer, data);
    double norm = gradientNorm(trainer);
    double rate = learningRate.applyAsDouble(step);
    newest =
        new BatchRecord(step, epoch, scores.loss(), scores.accuracy(), rate, norm, clock.instant());
    training.append(newest::writeTo);
    if (step % every == 0 || step == 1) {
      layers.write(trainer.getModel().getBlock(), newest);
    }
    history.add(newest);
    callbacks.forEach(callback -> callback.accept(newest));
  }

  @Override
  public void onValidationBatch(Trainer trainer, BatchData data) {
    validationBatches.add(scores(trainer, data));
  }

  @Override
  public void onEpoch(Trainer trainer) {
    if (!validationBatches.isEmpty()) {
      int size = validationBatches.stream().mapToInt(BatchScores::size).sum();
      double loss = validationBatches.stream().mapToDouble(s -> s.loss() * s.size()).sum() / size;
      double accuracy =
          validationBatches.stream().mapToDouble(s -> s.accuracy() * s.size()).sum() / size;
      validation = new ValidationScores(step, epoch, loss, accuracy);
      validations.append(
          json -> {
            json.writeNumberField("step", step);
            json.writeNumberField("epoch", epoch);
            json.writeNumberField("eval_loss", loss);
            if (!Double.isNaN(accuracy)) {
              json.writeNumberField("eval_accuracy", accuracy);
            }
            JsonLog.time(json, clock.instant());
          });
      validationBatches.clear();
    }
    epoch++;
  }

  @Override
  public void onTrainingEnd(Trainer trainer) {
    close();
  }

  private static BatchScores scores(Trainer trainer, BatchData data) {
    Device first = data.getPredictions().keySet().iterator().next();
    NDList labels = data.getLabels().get(first);
    return BatchScores.of(trainer, labels, data.getPredictions().get(first));
  }

  private double gradientNorm(Trainer trainer) {
    if (trained.isEmpty()) { // DJL collects them anew for each call
      trained =
          trainer.getModel().getBlock().getParameters().values().stream()
              .filter(Parameter::requiresGradient)
              .toList();
    }
    double squares = 0;
    for (Parameter parameter : trained) {
      for (float value : MonitoredLayer.gradient(parameter)) {
        squares += (double) value * value;
      }
    }
    return Math.sqrt(squares);
  }

  @Override
  public void close() {
    try (training;
        validations;
        layers) {}
  }
}

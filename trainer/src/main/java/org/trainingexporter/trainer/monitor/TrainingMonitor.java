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
 * Writes what a DJL training does into a run's directory: {@code training_log.jsonl}, {@code
 * eval_log.jsonl} and {@code layers.jsonl}. One line in any DJL program: {@code
 * config.addTrainingListeners(new TrainingMonitor(Path.of("runs/mine"), 10))}. Weights and
 * gradients are read of every model, activations of a {@code MonitoredBlock}.
 */
public final class TrainingMonitor extends TrainingListenerAdapter implements AutoCloseable {
  private static final int KEPT = 10_000;

  private final int every;
  private final InstantSource clock;
  private final JsonLog training;
  private final JsonLog evaluations;
  private final LayerLog layers;
  private final TrainingHistory history;
  private final List<Scores> validation = new ArrayList<>();
  private final List<Consumer<BatchRecord>> callbacks = new ArrayList<>();
  private LongToDoubleFunction learningRate = step -> Double.NaN;
  private List<Parameter> trained = List.of();
  private BatchRecord newest;
  private EvaluationScores evaluation;
  private long step;
  private int epoch = 1;

  /**
   * @param directory made where it is missing
   * @param every batches from one layer record to the next
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
    Path log = directory.resolve("training_log.jsonl");
    training = new JsonLog(log);
    evaluations = new JsonLog(directory.resolve("eval_log.jsonl"));
    layers = new LayerLog(directory.resolve("layers.jsonl"));
    history = new TrainingHistory(log, kept);
  }

  /**
   * Lets the log tell the learning rate of each step; DJL's optimizers keep theirs to themselves.
   */
  public TrainingMonitor withLearningRate(LongToDoubleFunction rateOfStep) {
    learningRate = rateOfStep;
    return this;
  }

  /** Lets the log tell how long the training is to be, hence progress and the time that is left. */
  public TrainingMonitor withPlan(long steps, int epochs) {
    training.append(
        json -> {
          json.writeNumberField("total_steps", steps);
          json.writeNumberField("total_epochs", epochs);
          JsonLog.time(json, clock.instant());
        });
    return this;
  }

  /** Is told each batch, on the training's thread, after it is logged and before weights change. */
  public TrainingMonitor onBatch(Consumer<BatchRecord> callback) {
    callbacks.add(callback);
    return this;
  }

  /** The newest batch; null before the first. Of the training's thread, as {@link #evaluation}. */
  public BatchRecord newest() {
    return newest;
  }

  /** The newest evaluation; null before the first. */
  public EvaluationScores evaluation() {
    return evaluation;
  }

  /** All batches, oldest first: the newest 10,000 from memory, the others read from the log. */
  public List<BatchRecord> history() throws IOException {
    return history.all();
  }

  @Override
  public void onTrainingBatch(Trainer trainer, BatchData data) {
    step++;
    Scores scores = scores(trainer, data);
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
    validation.add(scores(trainer, data));
  }

  @Override
  public void onEpoch(Trainer trainer) {
    if (!validation.isEmpty()) {
      int size = validation.stream().mapToInt(Scores::size).sum();
      double loss = validation.stream().mapToDouble(s -> s.loss() * s.size()).sum() / size;
      double accuracy = validation.stream().mapToDouble(s -> s.accuracy() * s.size()).sum() / size;
      evaluation = new EvaluationScores(step, epoch, loss, accuracy);
      evaluations.append(
          json -> {
            json.writeNumberField("step", step);
            json.writeNumberField("epoch", epoch);
            json.writeNumberField("eval_loss", loss);
            if (!Double.isNaN(accuracy)) {
              json.writeNumberField("eval_accuracy", accuracy);
            }
            JsonLog.time(json, clock.instant());
          });
      validation.clear();
    }
    epoch++;
  }

  @Override
  public void onTrainingEnd(Trainer trainer) {
    close();
  }

  private static Scores scores(Trainer trainer, BatchData data) {
    Device first = data.getPredictions().keySet().iterator().next();
    NDList labels = data.getLabels().get(first);
    return Scores.of(trainer, labels, data.getPredictions().get(first));
  }

  private double gradientNorm(Trainer trainer) {
    if (trained.isEmpty()) { // DJL gathers them anew whenever asked
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
        evaluations;
        layers) {}
  }
}

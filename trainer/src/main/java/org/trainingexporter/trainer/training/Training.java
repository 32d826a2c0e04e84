package org.trainingexporter.trainer.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.trainingexporter.trainer.data.Digits;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.TrainingMonitor;
import org.trainingexporter.trainer.network.MonitoredBlock;
import org.trainingexporter.trainer.network.MonitoredCnn;
import org.trainingexporter.trainer.network.MonitoredMlp;

/**
 * One training into one run directory. {@link #run} blocks its thread, one in a process at a time:
 * DJL has one gradient collector. {@link #stop} and {@link #progress} are for any thread.
 */
public final class Training {
  private static final int DIGITS = 5_000;
  private static final int CHECKPOINTS = 5;

  private final Settings settings;
  private final Path directory;
  private final Examples.Split data;
  private final int batches;
  private final Decisions decisions;
  private volatile boolean stopped;
  private volatile Progress progress;

  public Training(Settings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
    Random random = new Random(settings.seed());
    boolean spiral = settings.dataset() == Settings.Data.SPIRAL;
    data = (spiral ? Spiral.draw(random) : Digits.draw(DIGITS, random)).split(random);
    batches = (data.training().size() + settings.batchSize() - 1) / settings.batchSize();
    decisions = new Decisions(data.training(), spiral);
    progress = Progress.start(total());
  }

  /** Ends the training after the batch that it is at. */
  public void stop() {
    stopped = true;
  }

  public Progress progress() {
    return progress;
  }

  /** What the model holds each place of the plane for; empty for data that are not of the plane. */
  public Decisions decisions() {
    return decisions;
  }

  private long total() {
    return (long) batches * settings.epochs();
  }

  private double rate(long step) {
    return settings.learningRate() * settings.scheduler().factor((step - 1.0) / total());
  }

  /** Trains until done or stopped; what goes wrong is in the run's error log as well. */
  public void run() throws IOException {
    Files.createDirectories(directory);
    try (ErrorLog errors = new ErrorLog(directory.resolve("error_log.jsonl"));
        TrainingMonitor monitor = new TrainingMonitor(directory, settings.collectEvery())) {
      monitor.withLearningRate(this::rate);
      try {
        run(monitor, errors);
      } catch (IOException | RuntimeException e) {
        errors.failure(e, progress.step(), progress.epoch());
        throw e;
      } finally {
        progress = progress.ended(stopped && progress.step() < progress.steps());
      }
    }
  }

  private void run(TrainingMonitor monitor, ErrorLog errors) throws IOException {
    Engine.getInstance().setRandomSeed(settings.seed());
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(new CrossEntropy()).addTrainingListeners(monitor);
    try (Model model = Model.newInstance("model")) {
      model.setBlock(network());
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(Tensors.shape(data.training(), settings.batchSize()));
        Descent descent =
            new Descent(
                settings.optimizer(),
                settings.momentum(),
                model.getBlock().getParameters().values());
        for (int epoch = 0; epoch < settings.epochs() && !stopped; epoch++) {
          epoch(trainer, descent, epoch, monitor, errors);
          if (!stopped) {
            evaluate(trainer, epoch, monitor);
          }
        }
        decisions.updateLast(trainer);
        trainer.notifyListeners(listener -> listener.onTrainingEnd(trainer));
      }
    }
  }

  private MonitoredBlock network() {
    int classes = data.training().classes();
    return settings.model() == Settings.Network.CNN
        ? new MonitoredCnn(settings.activation(), settings.dropout(), classes)
        : new MonitoredMlp(settings.hidden(), settings.activation(), settings.dropout(), classes);
  }

  private void epoch(
      Trainer trainer, Descent descent, int epoch, TrainingMonitor monitor, ErrorLog errors) {
    Examples all = data.training();
    int[] order = all.shuffled(new Random(31L * settings.seed() + epoch));
    Step step = new Step(trainer);
    for (int from = 0; from < order.length && !stopped; from += settings.batchSize()) {
      int to = Math.min(order.length, from + settings.batchSize());
      try (Batch batch = Tensors.batch(trainer.getManager(), all.pick(order, from, to))) {
        step.backward(batch);
        BatchRecord record = monitor.newest();
        descent.step(rate(record.step()), shortening(record.gradientNorm()));
        if (progress.finite() && !record.finite()) {
          errors.notFinite(record);
        }
        progress = progress.after(record);
      }
    }
  }

  /** What brings gradients of this norm down to the one that they are cut to. */
  private double shortening(double norm) {
    return settings.clip() > 0 && norm > settings.clip() ? settings.clip() / norm : 1;
  }

  private void evaluate(Trainer trainer, int epoch, TrainingMonitor monitor) throws IOException {
    Examples all = data.validation();
    try (Batch batch = Tensors.batch(trainer.getManager(), all)) {
      new Step(trainer).validate(batch);
      trainer.notifyListeners(listener -> listener.onEpoch(trainer));
    }
    decisions.update(trainer);
    progress = progress.after(monitor.evaluation());
    int between = Math.max(1, settings.epochs() / CHECKPOINTS);
    if ((epoch + 1) % between == 0) {
      Path checkpoint = directory.resolve("checkpoint-" + monitor.evaluation().step());
      trainer.getModel().save(Files.createDirectories(checkpoint), "model");
    }
  }
}

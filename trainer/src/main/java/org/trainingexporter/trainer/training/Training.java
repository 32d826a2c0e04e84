package org.trainingexporter.trainer.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.trainingexporter.trainer.data.Digits;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.TrainingMonitor;
import org.trainingexporter.trainer.settings.TrainingSettings;

/**
 * One training, which writes into one run directory. {@link #run} blocks its thread; only one
 * training may run in a process at a time, as DJL has one gradient collector. The other methods are
 * safe for any thread.
 */
public final class Training {
  private static final int CHECKPOINTS = 5;

  private final TrainingSettings settings;
  private final Path directory;
  private final DecisionRegions regions;
  private final EpochLosses losses = new EpochLosses();
  private long saved;
  private volatile boolean stopped;
  private volatile TrainingProgress progress;

  public Training(TrainingSettings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
    boolean spiral = settings.dataset() == TrainingSettings.Data.SPIRAL;
    regions = new DecisionRegions(spiral ? split().training() : null, settings.examplesAtOnce());
    progress = TrainingProgress.start(settings.steps());
  }

  /** Ends the training after the current batch. */
  public void stop() {
    stopped = true;
  }

  public TrainingProgress progress() {
    return progress;
  }

  /** The classes that the model predicts across the plane; empty for data that are no points. */
  public DecisionRegions regions() {
    return regions;
  }

  /** The mean training loss and the validation loss of each epoch so far. */
  public List<EpochLosses.EpochLoss> losses() {
    return losses.all();
  }

  /** The examples, the same for every call. */
  private Examples.Split split() {
    Random random = new Random(settings.seed());
    boolean spiral = settings.dataset() == TrainingSettings.Data.SPIRAL;
    Examples examples =
        spiral ? Spiral.draw(random) : Digits.draw(settings.dataset().examples(), random);
    return examples.mislabelled(settings.labelNoise(), random).split(random);
  }

  private double rate(long step) {
    return settings.learningRate() * settings.scheduler().factor((step - 1.0) / settings.steps());
  }

  /**
   * Trains until the end or until stopped. A failure is written to the run's logs too.
   *
   * @throws IOException if the run directory cannot be written
   */
  public void run() throws IOException {
    Files.createDirectories(directory);
    try (ErrorLog errors = new ErrorLog(directory.resolve("error_log.jsonl"));
        TrainingMonitor monitor = new TrainingMonitor(directory, settings.collectEvery())) {
      monitor.withPlan(settings.steps(), settings.epochs()).withLearningRate(this::rate);
      try {
        run(monitor, errors);
      } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
        logOrSuppress(e, () -> errors.failure(e, progress.step(), progress.epoch()));
        logOrSuppress(e, () -> monitor.endedEarly("failed"));
        throw e;
      } finally {
        progress = progress.ended(isStoppedEarly());
      }
    }
  }

  /** A log that cannot be written must not hide the failure that it should tell of. */
  private static void logOrSuppress(Throwable failure, Runnable log) {
    try {
      log.run();
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private boolean isStoppedEarly() {
    return stopped && progress.step() < progress.steps();
  }

  private void run(TrainingMonitor monitor, ErrorLog errors) throws IOException {
    int between = (settings.epochs() + CHECKPOINTS - 1) / CHECKPOINTS;
    try (TrainingLoop loop = new TrainingLoop(settings, split(), monitor)) {
      for (int epoch = 0; epoch < settings.epochs() && !stopped; epoch++) {
        trainEpoch(loop, epoch, errors);
        if (!stopped) {
          loop.validate();
          progress = progress.after(monitor.validation());
          losses.validated(monitor.validation());
          regions.update(loop.trainer());
          if ((epoch + 1) % between == 0) {
            save(loop);
          }
        }
      }
      save(loop);
      regions.updateLast(loop.trainer());
      if (isStoppedEarly()) {
        monitor.endedEarly("stopped");
      }
    }
  }

  private void trainEpoch(TrainingLoop loop, int epoch, ErrorLog errors) {
    int[] order = loop.order(epoch);
    for (int from = 0; from < order.length && !stopped; from += settings.batchSize()) {
      BatchRecord batch = loop.train(order, from, rate(progress.step() + 1));
      if (progress.finite() && !batch.finite()) {
        errors.notFinite(batch);
      }
      progress = progress.after(batch);
      losses.trained(batch);
    }
  }

  private void save(TrainingLoop loop) throws IOException {
    if (progress.step() > saved) {
      saved = progress.step();
      loop.save(directory.resolve("checkpoint-" + saved));
    }
  }
}

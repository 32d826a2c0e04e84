package org.trainingexporter.trainer.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.trainingexporter.trainer.data.Digits;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.TrainingMonitor;

/**
 * One training into one run directory. {@link #run} blocks its thread, one in a process at a time:
 * DJL has one gradient collector. {@link #stop} and {@link #progress} are for any thread.
 */
public final class Training {
  private static final int CHECKPOINTS = 5;

  private final TrainingSettings settings;
  private final Path directory;
  private final Decisions decisions;
  private long saved;
  private volatile boolean stopped;
  private volatile TrainingProgress progress;

  public Training(TrainingSettings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
    boolean spiral = settings.dataset() == TrainingSettings.Data.SPIRAL;
    decisions = new Decisions(spiral ? draw().training() : null, settings.atOnce());
    progress = TrainingProgress.start(settings.steps());
  }

  /** Ends the training after the batch that it is at. */
  public void stop() {
    stopped = true;
  }

  public TrainingProgress progress() {
    return progress;
  }

  /** What the model holds each place of the plane for; empty for data that are not of the plane. */
  public Decisions decisions() {
    return decisions;
  }

  /** The same whenever asked. */
  private Examples.Split draw() {
    Random random = new Random(settings.seed());
    boolean spiral = settings.dataset() == TrainingSettings.Data.SPIRAL;
    Examples examples =
        spiral ? Spiral.draw(random) : Digits.draw(settings.dataset().examples, random);
    return examples.mislabelled(settings.labelNoise(), random).split(random);
  }

  private double rate(long step) {
    return settings.learningRate() * settings.scheduler().factor((step - 1.0) / settings.steps());
  }

  /** Trains until done or stopped; what goes wrong is in the run's error log as well. */
  public void run() throws IOException {
    Files.createDirectories(directory);
    try (ErrorLog errors = new ErrorLog(directory.resolve("error_log.jsonl"));
        TrainingMonitor monitor = new TrainingMonitor(directory, settings.collectEvery())) {
      monitor.withPlan(settings.steps(), settings.epochs()).withLearningRate(this::rate);
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
    int between = (settings.epochs() + CHECKPOINTS - 1) / CHECKPOINTS;
    try (TrainingLoop course = new TrainingLoop(settings, draw(), monitor)) {
      for (int epoch = 0; epoch < settings.epochs() && !stopped; epoch++) {
        learn(course, epoch, errors);
        if (!stopped) {
          course.evaluate();
          progress = progress.after(monitor.evaluation());
          decisions.update(course.trainer());
          if ((epoch + 1) % between == 0) {
            save(course);
          }
        }
      }
      save(course);
      decisions.updateLast(course.trainer());
    }
  }

  private void learn(TrainingLoop course, int epoch, ErrorLog errors) {
    int[] order = course.order(epoch);
    for (int from = 0; from < order.length && !stopped; from += settings.batchSize()) {
      BatchRecord batch = course.learn(order, from, rate(progress.step() + 1));
      if (progress.finite() && !batch.finite()) {
        errors.notFinite(batch);
      }
      progress = progress.after(batch);
    }
  }

  private void save(TrainingLoop course) throws IOException {
    if (progress.step() > saved) {
      saved = progress.step();
      course.save(directory.resolve("checkpoint-" + saved));
    }
  }
}

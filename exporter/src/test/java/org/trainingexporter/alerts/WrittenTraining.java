package org.trainingexporter.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.trainingexporter.testing.WatchedDirectory;

/**
 * A training that writes its log, its validations and its checkpoints while time passes: a language
 * model with 4 % of noise on its loss, warm-up and a cosine schedule.
 */
final class WrittenTraining {
  private static final int WARMUP = 300;
  private static final int VALIDATION_EVERY = 50;
  private static final int CHECKPOINT_EVERY = 100;

  private final String folder;
  private final int plan;
  private final boolean logsPlan;
  private final Random random = new Random(20_251_122);
  private double secondsPerStep = 20;
  private IntToDoubleFunction lossFactor = step -> 1;
  private double next;
  private int step;

  private WrittenTraining(String folder, int plan, boolean logsPlan) {
    this.folder = folder;
    this.plan = plan;
    this.logsPlan = logsPlan;
  }

  static WrittenTraining planned(String run, int plan) {
    return new WrittenTraining(run, plan, true);
  }

  /** One whose log does not say how many steps there will be. */
  static WrittenTraining unplanned(String run) {
    return new WrittenTraining(run, 10_000, false);
  }

  String run() {
    return folder;
  }

  String log() {
    return folder + "/training_log.jsonl";
  }

  void setSecondsPerStep(double seconds) {
    secondsPerStep = seconds;
  }

  /** What the loss of a step is multiplied by. */
  void setLossFactor(IntToDoubleFunction factor) {
    lossFactor = factor;
  }

  /** The process starts, or goes on from its newest checkpoint. Loading takes five minutes. */
  void start(WatchedDirectory files, double now) throws IOException {
    Files.createDirectories(files.path(folder));
    step = step - step % CHECKPOINT_EVERY;
    next = now + 300;
  }

  /** Whether the plan is reached, after which the process ends by itself. */
  boolean isDone() {
    return step >= plan;
  }

  /** Writes all that is due until then. */
  void write(WatchedDirectory files, double now) throws IOException {
    StringBuilder lines = new StringBuilder();
    while (next <= now && !isDone()) {
      step++;
      lines.append(line(next));
      if (step % VALIDATION_EVERY == 0) {
        files.append(folder + "/eval_log.jsonl", validation(next));
        next += 30;
      }
      if (step % CHECKPOINT_EVERY == 0 || isDone()) {
        files.write(folder + "/checkpoint-" + step + "/adapter_model.safetensors", "weights");
        next += 10;
      }
      next += secondsPerStep * (1 + 0.03 * (2 * random.nextDouble() - 1));
    }
    if (!lines.isEmpty()) {
      files.append(log(), lines.toString());
    }
  }

  /** Writes what Hugging Face's trainer writes when it ends, early or not. */
  void writeEnd(WatchedDirectory files) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "{\"step\":%d,\"train_runtime\":%.1f,\"train_loss\":%.4f,\"timestamp\":%.3f}%n",
            step,
            step * secondsPerStep,
            curve(step),
            files.clock.seconds());
    files.append(log(), line);
  }

  private String line(double time) {
    double noise = 1 + 0.04 * random.nextGaussian();
    double factor = lossFactor.applyAsDouble(step);
    String loss = number(curve(step) * noise * factor);
    String norm = number((0.5 + 0.4 * Math.exp(-step / 900.0)) * noise * noise * factor);
    String planned = logsPlan ? "\"total_steps\":" + plan + "," : "";
    return String.format(
        Locale.ROOT,
        "{\"step\":%d,%s\"loss\":%s,\"grad_norm\":%s,\"learning_rate\":%.4e,\"timestamp\":%.3f}%n",
        step,
        planned,
        loss,
        norm,
        learningRate(),
        time);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5f", value) : "NaN";
  }

  private String validation(double time) {
    double loss = curve(step) * 1.03 * (1 + 0.004 * random.nextGaussian());
    return String.format(
        Locale.ROOT, "{\"step\":%d,\"eval_loss\":%.5f,\"timestamp\":%.3f}%n", step, loss, time);
  }

  private static double curve(int step) {
    return 1.15 + 0.75 * Math.exp(-step / 450.0) + 0.55 * Math.exp(-step / 5_000.0);
  }

  private double learningRate() {
    double warm = Math.min(1, (double) step / WARMUP);
    return 5e-6 * warm * (0.5 + 0.5 * Math.cos(Math.PI * step / plan));
  }
}

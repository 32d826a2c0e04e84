package org.trainingexporter.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;

/**
 * The logs of a made-up run in the format of the reference run; a step a second, the last one now.
 */
final class MadeLogs {
  static final int STEPS = 240;
  static final int PLAN = 400;
  static final int WARM_UP = 30;
  private static final int EVALUATE = 50;

  final Path run;
  final Path training;
  final Path validation;
  final Path experts;
  final Path errors;
  private final double start = Instant.now().getEpochSecond() - STEPS;

  private MadeLogs(Path run) {
    this.run = run;
    this.training = run.resolve("logs/training_log.jsonl");
    this.validation = run.resolve("logs/eval_log.jsonl");
    this.experts = run.resolve("logs/expert_usage_log.jsonl");
    this.errors = run.resolve("logs/error_log.jsonl");
  }

  static MadeLogs write(Path run) throws IOException {
    MadeLogs logs = new MadeLogs(run);
    Files.createDirectories(run.resolve("logs"));
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= STEPS; step++) {
      lines.append(logs.step(step));
    }
    Files.writeString(logs.training, lines);
    logs.evaluations();
    Files.writeString(
        logs.experts,
        logs.line(
            "'step':200,'expert_usage':{'layer_0':{'expert_counts':{'expert_0':611,'expert_1':389,'expert_2':0}},"
                + "'layer_1':{'expert_counts':{'expert_0':300,'expert_1':300,'expert_2':400}}}",
            200));
    Files.writeString(
        logs.errors,
        logs.line(
            "'error_type':'OutOfMemoryError','error_message':'no memory is left','step':120,'epoch':1,"
                + "'traceback':'Traceback (most recent call last):\\n  File train.py, line 88\\nOutOfMemoryError'",
            120));
    return logs;
  }

  /** A line of the training log. Of four steps three only accumulate gradients. */
  String step(int step) {
    double loss = 1.5 + Math.exp(-step / 60.0) + Math.sin(step * 12.9898) / 20;
    String norm = step % 4 == 0 ? number(0.5 + Math.cos(step * 78.233) / 10) : "null";
    double rate = step < WARM_UP ? 5e-6 * step / WARM_UP : 5e-6 * (1 - 0.8 * step / PLAN);
    return line(
        "'epoch':%d,'step':%d,'loss':%s,'aux_loss':%s,'grad_norm':%s,'learning_rate':%s,'steps_per_sec':%s,'eta_seconds':%d"
            .formatted(
                step / 100,
                step,
                number(loss),
                number(0.02 + step * 1e-5),
                norm,
                number(rate),
                number(1 + Math.sin(step) / 50),
                PLAN - step),
        step);
  }

  /** The fourth is the best, the fifth is worse. */
  private void evaluations() throws IOException {
    double[] losses = {3.25, 2.5, 2.125, 1.9375, 1.96875};
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < losses.length; i++) {
      int step = i * EVALUATE;
      lines.append(evaluation(step, losses[i]));
      if (step > 0) {
        checkpoint(step);
      }
    }
    Files.writeString(validation, lines);
  }

  /** Saves a checkpoint half a second after its step. */
  void checkpoint(int step) throws IOException {
    Path weights =
        Files.createDirectories(run.resolve("checkpoint-" + step)).resolve("model.safetensors");
    Files.write(weights, new byte[1000 + step]);
    Files.setLastModifiedTime(weights, FileTime.fromMillis((long) ((start + step + 0.5) * 1e3)));
  }

  String evaluation(int step, double loss) {
    return line(
        "'step':%d,'eval_loss':%s,'eval_perplexity':%s"
            .formatted(step, number(loss), number(Math.exp(loss))),
        step + 0.25);
  }

  private String line(String body, double step) {
    return "{" + body.replace('\'', '"') + ",\"timestamp\":" + number(start + step) + "}\n";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%s", value);
  }
}

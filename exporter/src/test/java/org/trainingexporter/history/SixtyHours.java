package org.trainingexporter.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * A log of 60 hours and 11,790 training records that ends now, as the reference run writes it, with
 * what can happen to a run: it begins again, goes back, stalls, spikes, breaks and fails. After
 * each thousandth step it validates and saves, which take their time.
 */
final class SixtyHours {
  static final int RECORDS = 11_790;
  static final double APART = 18.3;
  static final int WARMUP = 944;
  static final double MAX_RATE = 5e-6;
  static final int CARDS = 4;
  static final double PRICE = 2.5;
  static final String CURRENCY = "EUR";

  private static final int RESTARTS_BEHIND = 300;
  private static final int REWINDS_BEHIND = 7_300;
  private static final int STALLS_BEHIND = 9_000;
  private static final double STALL = 2_400;
  private static final int EVERY = 1_000;
  private static final double VALIDATION = 40;
  private static final double SAVING = 25;
  private static final int VALIDATIONS = 12;

  final double start;
  final Path directory;
  private final StringBuilder training = new StringBuilder();
  private final StringBuilder evaluations = new StringBuilder();
  private final StringBuilder experts = new StringBuilder();
  private int number;

  SixtyHours(Path directory, double now) throws IOException {
    this.directory = directory;
    this.start = now - RECORDS * APART - STALL - VALIDATIONS * (VALIDATION + SAVING) - 1;
    Files.createDirectories(directory.resolve("logs"));
    evaluate(0, start + 1);
    double more = 0;
    for (number = 1; number <= RECORDS; number++) {
      double time = start + number * APART + more + (number > STALLS_BEHIND ? STALL : 0);
      training.append(line(time));
      int step = step();
      if (step % EVERY == 0) {
        evaluate(step, time + VALIDATION);
        save(step, time + VALIDATION + SAVING);
        more += VALIDATION + SAVING;
      }
      if (step % 100 == 0) {
        route(step, time + 0.3);
      }
    }
    write("training_log", training);
    write("eval_log", evaluations);
    write("expert_usage_log", experts);
    write("error_log", errors());
  }

  private Path log(String name) {
    return directory.resolve("logs").resolve(name + ".jsonl");
  }

  private void write(String name, CharSequence text) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(log(name))) {
      out.append(text);
    }
  }

  private int step() {
    int step = number > RESTARTS_BEHIND ? number - RESTARTS_BEHIND : number;
    return number > REWINDS_BEHIND ? step - 200 : step;
  }

  private String line(double time) {
    int step = step();
    return ("{\"epoch\":%d,\"step\":%d,\"loss\":%s,\"aux_loss\":%s,\"grad_norm\":%s,"
            + "\"learning_rate\":%s,\"steps_per_sec\":%s,\"eta_seconds\":%d,\"accuracy\":%s,"
            + "\"tokens_per_second\":%d,\"samples_per_second\":%d,\"timestamp\":%.3f}\n")
        .formatted(
            3L * step / 20_000,
            step,
            loss(),
            0.02 + 0.001 * (number % 3),
            norm(),
            MAX_RATE * Math.min(1, step / (double) WARMUP),
            0.0546 + 0.001 * (number % 5),
            (20_000 - step) * 18,
            0.3 + 1e-5 * number,
            1_000 + number % 50,
            4 + number % 3,
            time);
  }

  /** It falls, with noise, two spikes near each other, and two records that are no numbers. */
  private String loss() {
    return switch (number) {
      case 5_000, 5_010 -> "9.25";
      case 6_000, 6_001 -> "NaN";
      default -> Double.toString(3.5 - 1.5e-4 * number + 1e-4 * ((number * 7919L) % 997));
    };
  }

  /** Known at each sixteenth record, with a spike and one that is not finite. */
  private String norm() {
    if (number % 16 != 15) {
      return "null";
    }
    return switch (number / 16) {
      case 200 -> "25.0";
      case 400 -> "Infinity";
      default -> Double.toString(0.5 + 0.1 * (number % 7));
    };
  }

  /** Better each time, but for one. */
  private void evaluate(int step, double time) {
    double loss = 1 + 900.0 / (number + 100) + (step == 6_000 ? 0.5 : 0);
    evaluations.append(
        "{\"step\":%d,\"eval_loss\":%s,\"eval_perplexity\":%s,\"timestamp\":%.3f}\n"
            .formatted(step, loss, Math.exp(loss) + 0.01, time));
  }

  private void save(int step, double time) throws IOException {
    Path checkpoint = Files.createDirectories(directory.resolve("checkpoint-" + step));
    Path file = Files.write(checkpoint.resolve("model.bin"), new byte[step]);
    Files.setLastModifiedTime(file, FileTime.fromMillis(Math.round(time * 1e3)));
  }

  /** Two layers of four experts, of which some are dead at times. */
  private void route(int step, double time) {
    StringBuilder layers = new StringBuilder();
    for (int layer = 0; layer < 2; layer++) {
      StringBuilder counts = new StringBuilder();
      StringBuilder percentages = new StringBuilder();
      int[] tokens = new int[4];
      int total = 0;
      for (int i = 0; i < 4; i++) {
        tokens[i] = (number / 100 + 3 * layer + 7 * i) % 11;
        total += tokens[i];
      }
      for (int i = 0; i < 4; i++) {
        String comma = i == 0 ? "" : ",";
        counts.append("%s\"expert_%d\":%d".formatted(comma, i, tokens[i]));
        percentages.append("%s\"expert_%d\":%s".formatted(comma, i, 100.0 * tokens[i] / total));
      }
      layers.append(
          "%s\"layer_%d\":{\"expert_counts\":{%s},\"expert_percentages\":{%s},\"total_tokens\":%d}"
              .formatted(layer == 0 ? "" : ",", layer, counts, percentages, total));
    }
    experts.append(
        "{\"step\":%d,\"timestamp\":%.3f,\"expert_usage\":{%s}}\n".formatted(step, time, layers));
  }

  private String errors() {
    return error("OutOfMemoryError", start + REWINDS_BEHIND * APART + 5, 7_000)
        + error("ConnectionError", start + STALLS_BEHIND * APART + 10, 8_500);
  }

  private static String error(String type, double time, int step) {
    return "{\"timestamp\":%.3f,\"error_type\":\"%s\",\"error_message\":\"no\",\"step\":%d}\n"
        .formatted(time, type, step);
  }

  /** A record more, at that time. */
  void append(double time) throws IOException {
    Files.writeString(log("training_log"), line(time), StandardOpenOption.APPEND);
    number++;
  }
}

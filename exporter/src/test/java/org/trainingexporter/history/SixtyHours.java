package org.trainingexporter.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A log of 60 hours and 11,790 steps that ends now, and what an own reading of it tells. */
final class SixtyHours {
  static final int STEPS = 11_790;
  static final double APART = 18.3;
  private static final int EVALUATED_EVERY = 500;

  final double start;
  private final Path directory;
  private int step;

  SixtyHours(Path directory, double now) throws IOException {
    this.directory = directory;
    this.start = now - STEPS * APART - 1;
    Files.createDirectories(directory.resolve("logs"));
    try (BufferedWriter log = Files.newBufferedWriter(log("training_log"));
        BufferedWriter evaluations = Files.newBufferedWriter(log("eval_log"))) {
      for (step = 1; step <= STEPS; step++) {
        log.write(line(start + step * APART));
        if (step % EVALUATED_EVERY == 0) {
          evaluations.write(
              "{\"step\":%d,\"eval_loss\":%s,\"timestamp\":%.3f}\n"
                  .formatted(step, 1 + 900.0 / step, start + step * APART + 0.2));
        }
      }
    }
  }

  private Path log(String name) {
    return directory.resolve("logs").resolve(name + ".jsonl");
  }

  private String line(double time) {
    String norm = step % 16 == 15 ? Double.toString(0.5 + 0.1 * (step % 7)) : "null";
    return ("{\"epoch\":%d,\"step\":%d,\"loss\":%s,\"aux_loss\":0.02,\"grad_norm\":%s,"
            + "\"learning_rate\":%s,\"steps_per_sec\":0.0546,\"eta_seconds\":%d,\"timestamp\":%.3f}\n")
        .formatted(
            (int) (3L * step / 20_000),
            step,
            2 + 0.001 * ((step * 7919L) % 997),
            norm,
            5e-6 * Math.min(1, step / 944.0),
            (20_000 - step) * 18,
            time);
  }

  /** A step more, at that time. */
  void append(double time) throws IOException {
    Files.writeString(log("training_log"), line(time), StandardOpenOption.APPEND);
    step++;
  }

  /** A number that the log tells, and since when. */
  record Told(double time, double value) {}

  /** What it tells of a key, in order. */
  List<Told> told(String log, String key) throws IOException {
    List<Told> all = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(log(log))) {
      JsonNode record = json.readTree(line);
      if (record.path(key).isNumber()) {
        all.add(new Told(record.path("timestamp").asDouble(), record.path(key).asDouble()));
      }
    }
    return all;
  }
}

package org.trainingexporter.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Made-up runs of many hosts, always the same: what they are called, how far they are, their state.
 */
final class FleetRuns {
  private static final int FIRST_STEPS = 30;
  private static final int PLAN = 100;

  /**
   * One run.
   *
   * @param step of its last record
   * @param loss of its last record
   */
  record Made(int host, String state, int step, double loss) {}

  private final Instant now;
  private final SortedMap<String, Made> all = new TreeMap<>();

  FleetRuns(Instant now) {
    this.now = now;
  }

  /** By name. */
  SortedMap<String, Made> all() {
    return all;
  }

  long count(String state) {
    return all.values().stream().filter(run -> run.state().equals(state)).count();
  }

  /** Writes the runs of a host below the directory: of four, one is finished and one abandoned. */
  void write(Path directory, int host, int runs) throws IOException {
    for (int i = 0; i < runs; i++) {
      String name = String.format(Locale.ROOT, "h%02d-run%02d", host, i);
      String state = i % 4 == 0 ? "finished" : i % 4 == 1 ? "abandoned" : "training";
      int step = state.equals("finished") ? PLAN : FIRST_STEPS + i;
      Duration age = state.equals("abandoned") ? Duration.ofDays(3) : Duration.ofSeconds(2);
      write(Files.createDirectories(directory.resolve(name)), step, now.minus(age));
      all.put(name, new Made(host, state, step, loss(step)));
    }
  }

  private static double loss(int step) {
    return 3 - step / 50.0;
  }

  private static void write(Path run, int steps, Instant end) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= steps; step++) {
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"step\": %d, \"total_steps\": %d, \"loss\": %.4f, \"grad_norm\": 0.5, \"timestamp\": %d}%n",
              step,
              PLAN,
              loss(step),
              end.getEpochSecond() - (steps - step) * 10L));
    }
    Files.writeString(run.resolve("train.jsonl"), lines);
  }
}

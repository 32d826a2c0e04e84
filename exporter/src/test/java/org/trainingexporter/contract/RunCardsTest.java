package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cards of Run about reward, speed, time left, hours, cost and warnings: each figure is what the
 * test itself reckons from the logs that it writes, through the real exporter and a real
 * Prometheus.
 */
final class RunCardsTest {
  private static final int RECORDS = 150;
  private static final int PLAN = 1000;
  private static final int CARDS = 2;
  private static final double PRICE = 3;
  private static final double STEP_SECONDS = 10;
  private static final double TWO_DAYS = 2 * 24 * 3600;

  @TempDir private static Path directory;
  private static long newest;
  private static ScrapedLogs scraped;

  /** Each run's newest record is now, or as long ago as it says. */
  @BeforeAll
  static void observe() throws IOException, InterruptedException {
    newest = Instant.now().getEpochSecond();
    Path logs = Files.createDirectories(directory.resolve("logs"));
    write("rewarded", 0, "\"global_step\":%1$d,\"metrics/ep_reward\":%2$f,\"metrics/ep_length\":7");
    write("epochs", 0, "\"epoch\":%1$d,\"loss\":2");
    String planned = "\"step\":%1$d,\"total_steps\":" + PLAN + ",\"loss\":2";
    write("going", 0, planned);
    write("stopped", TWO_DAYS, planned);
    write("overfit", 0, "\"step\":%1$d,\"loss\":%3$f,\"val_loss\":%4$f");
    Path config = directory.resolve("config.yml");
    Files.writeString(
        config,
        String.format(
            Locale.ROOT,
            "runs: [{match: '*', gpus_count: %d, cost_per_gpu_hour: %s}]",
            CARDS,
            PRICE));
    scraped = new ScrapedLogs(directory, logs, Map.of("config.file", config.toString()));
    scraped.prometheus.await("count(count_over_time(training_run_info[30s]) > 2) == 5");
  }

  @AfterAll
  static void end() throws IOException {
    if (scraped != null) {
      scraped.close();
    }
  }

  /** A made-up reward, up and down. */
  private static double reward(int i) {
    return Math.rint(10 * Math.sin(i)) / 4;
  }

  private static void write(String run, double ago, String values) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= RECORDS; i++) {
      double time = newest - ago - STEP_SECONDS * (RECORDS - i);
      double falling = 3 - 0.01 * i;
      double validation = i < RECORDS / 2 ? falling : 3 + 0.01 * i;
      String line = "{" + values + ",\"timestamp\":%5$.1f}";
      lines.add(String.format(Locale.ROOT, line, i, reward(i), falling, validation, time));
    }
    Files.write(
        Files.createDirectory(directory.resolve("logs").resolve(run)).resolve("train.jsonl"),
        lines);
  }

  private static void assertCard(String run, String title, Map<String, Double> expected)
      throws Exception {
    Map<String, Double> got = scraped.figures("training-run", run).card(title);
    assertEquals(expected.keySet(), got.keySet());
    expected.forEach((key, value) -> assertEquals(value, got.get(key), 1e-6, key));
  }

  private static double price(double seconds) {
    return seconds / 3600 * CARDS * PRICE;
  }

  @Test
  void a_run_without_a_loss_shows_its_reward() throws Exception {
    double mean = IntStream.rangeClosed(51, RECORDS).mapToDouble(RunCardsTest::reward).sum() / 100;
    double best =
        IntStream.rangeClosed(1, RECORDS).mapToDouble(RunCardsTest::reward).max().getAsDouble();
    double last = reward(RECORDS);
    assertCard("rewarded", "Loss", Map.of("reward", last, "mean of 100", mean));
    assertCard(
        "rewarded",
        "Reward",
        Map.of("now", last, "mean of 100", mean, "best", best, "steps an episode", 7.0));
  }

  @Test
  void a_log_that_counts_epochs_alone_says_how_long_one_takes() throws Exception {
    assertCard("epochs", "Speed", Map.of("an epoch, now", 10.0, "an epoch, mean", 10.0));
    assertCard("going", "Speed", Map.of("now", 0.1, "mean", 0.1));
  }

  @Test
  void a_run_that_goes_on_has_its_time_left() throws Exception {
    double left = (PLAN - RECORDS) * STEP_SECONDS;
    assertCard("going", "Time left", Map.of("left", left, "done", 1000 * (newest + left)));
  }

  @Test
  void a_run_that_has_stopped_has_no_time_left() throws Exception {
    assertCard("stopped", "Time left", Map.of());
  }

  @Test
  void hours_and_cost_are_those_between_the_records() throws Exception {
    double spent = (RECORDS - 1) * STEP_SECONDS;
    Map<String, Double> sofar =
        Map.of("goodput", 1.0, "lost steps", 0.0, "cost in {{currency}}", price(spent));
    assertCard("stopped", "Hours and cost", sofar);
    double all = spent + (PLAN - RECORDS) * STEP_SECONDS;
    assertCard(
        "going",
        "Hours and cost",
        Map.of(
            "goodput",
            1.0,
            "lost steps",
            0.0,
            "cost in {{currency}}",
            price(spent),
            "cost at the end in {{currency}}",
            price(all)));
  }

  @Test
  void a_validation_loss_that_rises_while_the_other_falls_is_warned_of() throws Exception {
    assertCard("overfit", "Warnings now", Map.of("⚠ {{kind}}", 1.0));
    assertCard("going", "Warnings now", Map.of("{{kind}}", 0.0));
  }
}

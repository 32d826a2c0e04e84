package org.trainingexporter.run.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.testing.WatchedDirectory;

/** From a log to where its loss will end. */
final class LossForecastTest {
  private static final int PLAN = 4000;

  @TempDir private Path root;
  private WatchedDirectory logs;
  private final StringBuilder log = new StringBuilder("{\"max_steps\":" + PLAN + "}\n");

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
    logs.clock.advance(Duration.ofDays(30));
  }

  private static double law(int step) {
    return 1.5 + 8 * Math.pow(step, -0.5);
  }

  private void add(String key, int every, int last, IntToDoubleFunction loss) {
    for (int step = every; step <= last; step += every) {
      log.append(
          String.format(
              Locale.ROOT, "{\"step\":%d,\"%s\":%.6f}%n", step, key, loss.applyAsDouble(step)));
    }
  }

  private Map<String, Double> figures() throws IOException {
    logs.write("train.jsonl", log.toString());
    return FigureTable.ALL.series(logs.pollLater().run(), logs.clock.seconds());
  }

  private static double bound(Map<String, Double> figures, String bound) {
    return figures.getOrDefault("training_loss_forecast{bound=\"" + bound + "\"}", Double.NaN);
  }

  private void assertNoForecast() throws IOException {
    assertEquals(Double.NaN, bound(figures(), "mid"));
  }

  @Test
  void validations_on_a_power_law_are_continued_to_the_plans_end() throws IOException {
    add("loss", 1000, 2000, step -> 3);
    add("eval_loss", 100, 2000, LossForecastTest::law);
    Map<String, Double> figures = figures();
    assertEquals(law(PLAN), bound(figures, "mid"), 2e-3);
    assertTrue(bound(figures, "low") <= bound(figures, "mid"));
    assertTrue(bound(figures, "mid") <= bound(figures, "high"));
  }

  @Test
  void noise_widens_the_band_which_holds_the_law() throws IOException {
    Random noise = new Random(1);
    add("loss", 1000, 2000, step -> 3);
    add("eval_loss", 50, 2000, step -> law(step) + 0.02 * noise.nextGaussian());
    Map<String, Double> figures = figures();
    assertTrue(bound(figures, "low") < law(PLAN) && law(PLAN) < bound(figures, "high"));
    assertTrue(bound(figures, "high") - bound(figures, "low") > 0.04);
  }

  @Test
  void a_run_without_validation_is_forecast_by_its_training_loss() throws IOException {
    Random noise = new Random(2);
    add("loss", 2, 2000, step -> law(step) + 0.05 * noise.nextGaussian());
    assertEquals(law(PLAN), bound(figures(), "mid"), 0.03);
  }

  @Test
  void seven_validations_are_too_few_and_eight_are_enough() throws IOException {
    add("loss", 1000, 2000, step -> 3);
    add("eval_loss", 100, 700, LossForecastTest::law);
    assertNoForecast();
    log.append("{\"step\":800,\"eval_loss\":%.6f}\n".formatted(law(800)));
    assertEquals(law(PLAN), bound(figures(), "mid"), 0.02);
  }

  @Test
  void ninety_nine_records_are_too_few() throws IOException {
    add("loss", 10, 990, LossForecastTest::law);
    assertNoForecast();
  }

  @Test
  void a_loss_that_rises_is_not_forecast() throws IOException {
    add("loss", 1000, 2000, step -> 3);
    add("eval_loss", 100, 2000, step -> 2 + step / 1000.0);
    assertNoForecast();
  }

  @Test
  void a_band_wider_than_the_loss_is_no_forecast() throws IOException {
    Random noise = new Random(3);
    add("loss", 2, 2000, step -> noise.nextGaussian());
    assertNoForecast();
  }

  @Test
  void what_a_run_with_rewards_calls_its_loss_is_not_forecast() throws IOException {
    add("loss", 2, 2000, LossForecastTest::law);
    add("reward", 1000, 2000, step -> 1);
    assertNoForecast();
  }

  @Test
  void a_rewind_takes_back_what_was_above_it() throws IOException {
    add("loss", 1000, 2000, step -> 3);
    add("eval_loss", 100, 2000, LossForecastTest::law);
    double before = bound(figures(), "mid");
    logs.append("train.jsonl", "{\"step\":1500,\"loss\":3}\n");
    logs.poll();
    double after = bound(FigureTable.ALL.series(logs.run(), logs.clock.seconds()), "mid");
    assertTrue(before != after);
    assertEquals(law(PLAN), after, 5e-3);
  }
}

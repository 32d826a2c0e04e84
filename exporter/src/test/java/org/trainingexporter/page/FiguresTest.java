package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.LogReading.Point;

/** Every card, curve and table shows what the logs hold, by a reading of them that is not ours. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class FiguresTest {
  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;
  private MadeLogs logs;
  private LogReading training;
  private LogReading validation;
  private Visit visit;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    logs = MadeLogs.write(root.resolve("runs/llm"));
    training = LogReading.of(logs.training);
    validation = LogReading.of(logs.validation);
    Path config =
        Files.writeString(
            root.resolve("config.yml"),
            "runs:\n  - match: llm\n    total_steps: %d\n    warmup_steps: %d\n"
                .formatted(MadeLogs.PLAN, MadeLogs.WARM_UP));
    exporter =
        RunningExporter.watch(
            root.resolve("runs"),
            InstantSource.system(),
            Map.of("config.file", config.toString(), "gpu", "demo"));
    exporter.scrapeWith("training_gpus{run=\"llm\"");
    visit = visits.open(exporter.url());
    visit.isWhole();
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private void shows(double expected, String card, String key) {
    double shown = visit.raw(visit.card(card, key));
    assertEquals(expected, shown, Math.abs(expected) * 1e-12, card + ", " + key);
  }

  private void shows(String expected, String card, String key) {
    assertThat(visit.card(card, key)).hasText(expected);
  }

  @Test
  void the_head_names_the_run_its_state_and_how_old_it_is() {
    assertThat(visit.at("#run-name")).hasText("llm");
    assertEquals("training", visit.state());
    assertThat(visit.at("#state")).hasText("Training");
    assertTrue(visit.raw(visit.at("#age")) < 600);
  }

  @Test
  void progress() {
    shows(MadeLogs.STEPS / (double) MadeLogs.PLAN, "progress", "progress");
    shows(MadeLogs.STEPS, "progress", "step");
    shows(MadeLogs.PLAN, "progress", "planned_steps");
    shows(training.last("epoch"), "progress", "epoch");
    shows("60.0 %", "progress", "progress");
    assertThat(visit.at("[data-card=progress] progress")).hasAttribute("value", "0.6");
  }

  @Test
  void loss_learning_rate_and_gradient_norm() {
    shows(training.last("loss"), "loss", "loss");
    shows(training.means("loss", 50).get(MadeLogs.STEPS - 1).value(), "loss", "loss_smoothed");
    shows(training.last("aux_loss"), "loss", "auxiliary_loss");
    shows(training.last("learning_rate"), "learning_rate", "learning_rate");
    shows(training.highest("learning_rate"), "learning_rate", "learning_rate_max");
    shows("done at 30", "learning_rate", "warmup");
    List<Point> norms = training.means("grad_norm", 100);
    shows(training.last("grad_norm"), "gradient_norm", "gradient_norm");
    shows(norms.get(norms.size() - 1).value(), "gradient_norm", "gradient_norm_smoothed");
  }

  @Test
  void speed_and_times() throws IOException {
    LogReading all = LogReading.of(logs.training, logs.validation, logs.experts, logs.errors);
    double speed = training.speeds().get(MadeLogs.STEPS - 1).value();
    shows(training.last("steps_per_sec"), "speed", "steps_per_second");
    shows(speed, "speed", "steps_per_second_smoothed");
    shows(1 / speed, "speed", "seconds_per_step");
    shows(training.last("eta_seconds"), "eta", "eta_seconds");
    shows("2 min 40 s", "eta", "eta_seconds");
    shows(training.last("timestamp") + training.last("eta_seconds"), "eta", "ends");
    shows(all.span(), "elapsed", "elapsed_seconds");
    shows(1, "elapsed", "record_interval_seconds");
    assertThat(visit.at("[data-card=elapsed] [data-live]")).hasText("live");
  }

  @Test
  void the_newest_validation_and_the_best_one() {
    JsonNode best = validation.lowest("eval_loss");
    shows(validation.last("eval_loss"), "validation", "validation_loss");
    shows(validation.last("eval_perplexity"), "validation", "validation_perplexity");
    shows(validation.last("step"), "validation", "validation_step");
    shows(best.get("eval_loss").doubleValue(), "best", "best_loss");
    shows(best.get("eval_perplexity").doubleValue(), "best", "best_perplexity");
    shows(best.get("step").doubleValue(), "best", "best_step");
    shows(1, "best", "best_epoch");
  }

  @Test
  void every_plot_has_every_point_of_its_log() {
    holds("loss", "raw", training.points("loss"));
    holds("loss", "mean", training.means("loss", 50));
    holds("learning_rate", "raw", training.points("learning_rate"));
    holds("gradient_norm", "raw", training.points("grad_norm"));
    assertThat(visit.plot("gradient_norm")).hasAttribute("data-lines", "raw"); // of 60 records
    holds("steps_per_second", "raw", training.points("steps_per_sec"));
    holds("steps_per_second", "mean", training.speeds());
    holds("eta_seconds", "raw", training.points("eta_seconds"));
    holds("auxiliary_loss", "raw", training.points("aux_loss"));
    holds("validation_loss", "raw", validation.points("eval_loss"));
    holds("validation_perplexity", "raw", validation.points("eval_perplexity"));
  }

  /** Compares the table that the plot saves, and what it says of its own line. */
  private void holds(String plot, String kind, List<Point> expected) {
    Point last = expected.get(expected.size() - 1);
    visit.showsStep(plot, (int) last.step());
    List<String[]> rows =
        visit.table(plot).stream()
            .map(row -> row.split(",", -1))
            .filter(row -> row[2].equals(kind))
            .toList();
    assertEquals(expected.size(), rows.size(), plot);
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(expected.get(i).step(), Long.parseLong(rows.get(i)[3]), plot);
      double value = Double.parseDouble(rows.get(i)[7]);
      assertEquals(expected.get(i).value(), value, Math.abs(value) * 1e-12, plot);
    }
    if (kind.equals("raw")) {
      assertThat(visit.plot(plot)).hasAttribute("data-points", String.valueOf(expected.size()));
      double shown = Double.parseDouble(visit.plot(plot).getAttribute("data-last-y"));
      assertEquals(last.value(), shown, plot);
    }
  }

  @Test
  void the_timeline_tells_what_happened_newest_first() {
    Locator events = visit.at(".timeline li");
    assertThat(visit.at(".timeline li[data-event=validation]")).hasCount(5);
    assertThat(visit.at(".timeline li[data-event=checkpoint]")).hasCount(4);
    assertThat(visit.at(".timeline li[data-event=error]")).containsText("no memory is left");
    assertThat(visit.at(".timeline li[data-event=start]")).hasAttribute("data-step", "1");
    assertThat(events.last()).hasAttribute("data-step", "0");
    assertThat(events.first()).hasAttribute("data-step", "200");
  }

  @Test
  void the_checkpoints_with_the_best_one_marked() {
    assertThat(visit.at("#checkpoints tbody .checkpoint-name"))
        .hasText(
            new String[] {"checkpoint-200", "checkpoint-150", "checkpoint-100", "checkpoint-50"});
    Locator best = visit.at("tr[data-best=true]");
    assertThat(best).hasCount(1);
    assertThat(best).hasAttribute("data-checkpoint", "checkpoint-150");
    assertThat(best).containsText("best");
    assertEquals(1.9375, visit.raw(best.locator("td").nth(1)));
  }

  @Test
  void an_error_with_its_traceback_folded() {
    Locator error = visit.at("li[data-error=OutOfMemoryError]");
    Locator traceback = error.locator("pre");
    assertThat(error).containsText("no memory is left");
    assertThat(traceback).isHidden();
    error.locator("summary").click();
    assertThat(traceback).containsText("train.py, line 88");
  }

  @Test
  void experts_and_gpus() {
    assertThat(visit.at("#experts tr[data-layer]")).hasCount(2);
    assertThat(visit.at("#experts-note")).containsText("2 layers of 3 experts; 1 dead");
    visit.at("#experts summary").click();
    assertThat(visit.at("#experts tr[data-layer='0']")).containsText("61.1");
    assertThat(visit.at(".gpu")).hasCount(4);
    double used = visit.raw(visit.at(".gpu[data-gpu='0'] [data-value=memory]"));
    assertTrue(used > 0, "memory in use: " + used);
    assertFalse(visit.at(".gpu [data-value=temperature_celsius]").first().innerText().isEmpty());
  }
}

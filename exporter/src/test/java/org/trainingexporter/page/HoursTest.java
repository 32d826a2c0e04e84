package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;

/** Where the hours went and where the loss will end, as the page draws them. */
@Timeout(240)
final class HoursTest {
  private static final List<String> KINDS =
      List.of("productive", "replayed", "evaluation", "checkpoint", "paused");
  private static final int STEPS = 120;

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;
  private Path log;
  private double now;
  private RunningExporter exporter;

  /** Ten steps of ten seconds between validations of a minute, and a pause of an hour. */
  @BeforeEach
  void start() throws Exception {
    StringBuilder text = new StringBuilder("{\"max_steps\":200}\n");
    now = Instant.now().getEpochSecond() - 10 * STEPS - 60 * STEPS / 10 - 3600 - 20;
    for (int step = 1; step <= STEPS; step++) {
      now += step == 66 ? 3610 : 10;
      text.append(record("loss", step, now));
      if (step % 10 == 0) {
        now += 60;
        text.append(record("eval_loss", step, now));
      }
    }
    log = Files.createDirectories(root.resolve("llm")).resolve("train.jsonl");
    Files.writeString(log, text);
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_loss_forecast{run=\"llm\"");
  }

  @AfterEach
  void stop() {
    exporter.close();
  }

  private static String record(String key, int step, double time) {
    double loss = 2 + 3 * Math.pow(step + 5, -0.5) + 0.001 * (step % 3);
    return "{\"step\":%d,\"%s\":%.6f,\"timestamp\":%.1f}\n".formatted(step, key, loss, time);
  }

  private Visit streaming() {
    Visit visit = visits.open(exporter.url());
    visit.isDrawn("hours");
    visit.isStreaming();
    return visit;
  }

  /** The last value of a kind in the table that the plot saves. */
  private static double last(List<String> rows, String kind) {
    return rows.stream()
        .map(row -> row.split(",", -1))
        .filter(row -> row[1].equals(kind + "_seconds"))
        .mapToDouble(row -> Double.parseDouble(row[7]))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  @Test
  void the_stack_ends_at_the_figures_of_the_card_and_grows_with_the_log() throws Exception {
    Visit visit = streaming();
    visit.showsStep("hours", STEPS);
    List<String> rows = visit.table("hours");
    for (String kind : KINDS) {
      double shown = visit.raw(visit.card("goodput", kind + "_seconds"));
      assertEquals(shown, last(rows, kind), 1e-6, kind);
      assertThat(visit.plot("hours").locator("[data-share=" + kind + "]")).isVisible();
    }
    assertEquals(3600, last(rows, "paused"), 1e-6);
    assertThat(visit.card("goodput", "paused_seconds")).isVisible();
    assertThat(visit.card("goodput", "replayed_seconds")).isHidden();
    assertTrue(last(rows, "evaluation") > 600);
    assertThat(visit.plot("hours").locator("[data-tool=log]")).hasCount(0);

    String more = record("loss", STEPS + 1, now + 10) + record("loss", STEPS + 2, now + 20);
    Files.writeString(log, more, StandardOpenOption.APPEND);
    visit.showsStep("hours", STEPS + 2);
    assertEquals(last(rows, "productive") + 20, last(visit.table("hours"), "productive"), 1e-6);
    assertEquals(720, last(visit.table("hours"), "evaluation"), 1e-6);
  }

  @Test
  void the_band_of_the_forecast_is_in_the_tooltip_and_in_the_table() {
    Visit visit = streaming();
    visit.isDrawn("validation_loss");
    assertThat(visit.plot("validation_loss").locator("[data-sign=forecast]")).isVisible();
    BoundingBox area = visit.plot("validation_loss").locator(".chart").boundingBox();
    visit.page.mouse().move(area.x + 0.9 * area.width, area.y + 0.5 * area.height);
    List<String> rows = visit.table("validation_loss");
    for (String bound : List.of("low", "mid", "high")) {
      double shown = visit.raw(visit.card("loss_forecast", "loss_forecast_" + bound));
      double named =
          visit.raw(visit.plot("validation_loss").locator("[data-tip=forecast_" + bound + "]"));
      assertEquals(shown, named, 1e-12, bound);
      String kind = "llm,validation_loss,forecast_" + bound + ",200,";
      String row = rows.stream().filter(it -> it.startsWith(kind)).findAny().orElseThrow();
      assertEquals(shown, Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)), 1e-12);
    }
  }

  @Test
  void a_run_that_ends_says_when_instead_of_what_lies_ahead() throws Exception {
    Visit visit = streaming();
    assertThat(visit.at("[data-card=eta]")).isVisible();
    assertThat(visit.at("[data-card=loss_forecast]")).isVisible();
    assertThat(visit.card("elapsed", "ended")).isHidden();

    String end = "{\"event\":\"stopped\",\"timestamp\":%.1f}\n".formatted(now + 10);
    Files.writeString(log, end, StandardOpenOption.APPEND);
    assertThat(visit.at("#state")).hasAttribute("data-state", "ended");
    assertThat(visit.at("#state")).hasText("Stopped");
    assertThat(visit.at("[data-card=eta]")).isHidden();
    assertThat(visit.at("[data-card=loss_forecast]")).isHidden();
    assertThat(visit.card("elapsed", "ended")).isVisible();
    assertEquals(now + 10, visit.raw(visit.card("elapsed", "ended")), 0.5);
    visit.isDrawn("validation_loss");
    assertThat(visit.plot("validation_loss").locator("[data-sign=forecast]")).hasCount(0);
  }
}

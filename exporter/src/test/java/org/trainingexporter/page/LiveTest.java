package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.testing.FreePorts;

/** What changes in the logs, and what happens to them, is seen without a reload. */
@Timeout(240)
final class LiveTest {
  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;
  private MadeLogs logs;
  private String address;
  private RunningExporter exporter;

  @BeforeEach
  void start() throws Exception {
    logs = MadeLogs.write(root.resolve("llm"));
    address = "127.0.0.1:" + FreePorts.next();
    exporter = watch(Map.of("gpu", "off", "web.listen-address", address));
  }

  @AfterEach
  void stop() {
    exporter.close();
  }

  private RunningExporter watch(Map<String, String> flags) throws Exception {
    RunningExporter started = RunningExporter.watch(root, InstantSource.system(), flags);
    started.scrapeWith("training_step{run=\"llm\"");
    return started;
  }

  private static void append(Path log, String line) throws IOException {
    Files.writeString(log, line, StandardOpenOption.APPEND);
  }

  private Visit streaming() {
    Visit visit = visits.open(exporter.url());
    visit.showsStep("loss", MadeLogs.STEPS);
    visit.isStreaming();
    return visit;
  }

  @Test
  void a_line_in_the_log_is_on_the_screen_in_cards_curves_and_events() throws Exception {
    Visit visit = streaming();

    append(logs.training, logs.step(241).replaceFirst("\"loss\":[0-9.]+", "\"loss\":1.25"));
    assertThat(visit.card("loss", "loss")).hasAttribute("data-raw", "1.25");
    visit.showsStep("loss", 241);
    assertThat(visit.plot("loss")).hasAttribute("data-last-y", "1.25");
    assertThat(visit.card("progress", "step")).hasAttribute("data-raw", "241");

    append(logs.validation, logs.evaluation(241, 1.5));
    assertThat(visit.card("best", "best_loss")).hasAttribute("data-raw", "1.5");
    assertThat(visit.at(".timeline li").first()).hasAttribute("data-step", "241");
    visit.showsStep("validation_loss", 241);
  }

  /**
   * What a viewer sees of figures, tables, curves and the marks on them: all but what only time
   * changes.
   */
  private static final String SEEN =
      """
      () => {
        const texts = (selector) => [...document.querySelectorAll(selector)].map((e) => e.innerText);
        const figures = [...document.querySelectorAll("#run [data-value]")]
          .map((e) => `${e.dataset.value} ${e.dataset.raw ?? e.innerText}`);
        const plots = [...document.querySelectorAll("figure[data-plot]")].map((e) => {
          const { plot, points, lastStep, lastY, lines, marks } = e.dataset;
          return [plot, points, lastStep, lastY, lines, marks, e.querySelector(".plot-key").innerText].join(" | ");
        });
        return [...figures, ...texts("#events li, #checkpoints tr, #errors li, #state, #marks-key"), ...plots].join("\\n");
      }
      """;

  @Test
  void a_page_that_streamed_shows_the_same_as_one_that_was_just_loaded() throws Exception {
    Visit visit = streaming();
    for (int step = 241; step <= 246; step++) {
      String faster = "\"learning_rate\":" + 6e-6 + ",\"accuracy\":" + step / 1000.0;
      append(logs.training, logs.step(step).replaceFirst("\"learning_rate\":[-0-9.Ee]+", faster));
    }
    append(logs.training, logs.step(247).replaceFirst("\"loss\":[0-9.]+", "\"loss\":NaN"));
    append(logs.errors, Files.readString(logs.errors).replace("OutOfMemoryError", "KeyError"));
    visit.showsStep("loss", 247);
    append(logs.training, logs.step(244) + logs.step(245) + logs.step(246));
    visit.showsStep("loss", 246);
    append(logs.training, logs.step(248));
    append(logs.validation, logs.evaluation(248, 1.5));
    logs.checkpoint(248);
    visit.showsStep("loss", 248);

    Visit fresh = visits.open(exporter.url());
    fresh.showsStep("loss", 248);
    for (String plot : List.of("loss", "learning_rate", "validation_loss")) {
      for (String mark : List.of("checkpoint-248, the best", "rewind", "loss is NaN")) {
        assertThat(visit.plot(plot)).hasAttribute("data-marks", Pattern.compile(mark));
      }
    }
    assertThat(visit.plot("accuracy")).hasAttribute("data-last-y", "0.244");
    assertThat(visit.card("learning_rate", "learning_rate_max"))
        .hasAttribute("data-raw", "0.000006");
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!fresh.ask(SEEN).equals(visit.ask(SEEN)) && System.nanoTime() < deadline) {}
    assertEquals(fresh.ask(SEEN), visit.ask(SEEN));
    for (String plot : List.of("loss", "validation_loss", "accuracy", "eta_seconds")) {
      assertEquals(fresh.table(plot), visit.table(plot));
    }
  }

  @Test
  void a_value_that_is_no_number_is_named_and_the_curve_shows_where() throws Exception {
    Visit visit = streaming();

    append(logs.training, logs.step(241).replaceFirst("\"loss\":[0-9.]+", "\"loss\":NaN"));

    assertThat(visit.at("#state")).hasAttribute("data-state", "not_finite");
    assertThat(visit.at("[data-card=loss] .flag")).isVisible();
    assertThat(visit.plot("loss")).hasAttribute("data-last-y", "NaN");
    assertThat(visit.at("#marks-key [data-sign=nonfinite]")).isVisible();
    assertThat(visit.at(".timeline li").first()).hasAttribute("data-event", "error");
  }

  @Test
  void a_run_whose_logs_are_deleted_is_said_to_be_gone_and_comes_back() throws Exception {
    Visit visit = streaming();
    String training = Files.readString(logs.training);

    for (Path log : new Path[] {logs.training, logs.validation, logs.experts, logs.errors}) {
      Files.delete(log);
    }
    assertThat(visit.at("#empty")).isVisible();
    assertThat(visit.at("#run")).isHidden();

    Files.writeString(logs.training, training + logs.step(241));
    assertThat(visit.at("#run")).isVisible();
    visit.showsStep("loss", 241);
  }

  @Test
  void an_exporter_that_is_gone_is_said_to_be_and_the_page_goes_on_when_it_is_back()
      throws Exception {
    visits.expect("net::ERR_");
    Visit visit = streaming();

    exporter.close();
    assertThat(visit.at("#connection")).isVisible();
    assertThat(visit.at("#connection")).containsText("The exporter does not answer");
    assertEquals(240, visit.raw(visit.card("progress", "step")));

    append(logs.training, logs.step(241));
    exporter = watch(Map.of("gpu", "off", "web.listen-address", address));
    assertThat(visit.at("#connection")).isHidden();
    assertThat(visit.card("progress", "step")).hasAttribute("data-raw", "241");
    visit.showsStep("loss", 241);
    visit.isStreaming();
  }

  @Test
  void how_often_it_asks_is_chosen_in_the_menu_and_kept_in_the_address() throws Exception {
    Visit visit = visits.open(exporter.url() + "?refresh=off");
    visit.showsStep("loss", MadeLogs.STEPS);
    assertThat(visit.at("#refresh")).hasValue("off");
    assertThat(visit.at("#countdown")).hasText("");

    append(logs.training, logs.step(241));
    exporter.scrapeWith("training_step{run=\"llm\",} 241");
    assertThat(visit.card("progress", "step")).hasAttribute("data-raw", "240");
    visit.at("#refresh-now").click();
    visit.showsStep("loss", 241);

    visit.at("#refresh").selectOption("5");
    assertThat(visit.at("#countdown")).hasText(Pattern.compile("next in [1-5] s"));
    assertThat(visit.page).hasURL(Pattern.compile("\\?run=llm&refresh=5$"));
    append(logs.training, logs.step(242));
    visit.showsStep("loss", 242);
  }

  @Test
  void where_it_does_not_ask_again_it_says_as_of_when_and_that_the_run_was_training()
      throws Exception {
    MadeLogs.write(root.resolve("other"));
    exporter.scrapeWith("training_step{run=\"other\"");
    Visit visit = visits.open(exporter.url() + "?run=llm&refresh=off");
    visit.showsStep("loss", MadeLogs.STEPS);
    visit.isWhole();
    Pattern asOf = Pattern.compile("as of \\d\\d:\\d\\d:\\d\\d, \\d+ s ago");
    assertThat(visit.at("#as-of")).hasText(asOf);
    assertThat(visit.at("#state")).hasText("Was training");
    assertThat(visit.at("#age")).hasText(Pattern.compile("newest record \\d\\d:\\d\\d:\\d\\d"));
    assertThat(visit.at("li[data-run=llm] .badge")).hasText("Was training");
    assertThat(visit.at("[data-card=elapsed] [data-live]")).isHidden();
    visit.at("#all-runs > summary").click();
    assertThat(visit.at("#all-runs tr[data-run=llm] .badge")).hasText("Was training");
    ForEverybody.hasNoBarriers(visit);

    String then = visit.at("#as-of").innerText();
    visit.page.waitForCondition(() -> !visit.at("#as-of").innerText().equals(then));
    assertEquals(then.split(",", 2)[0], visit.at("#as-of").innerText().split(",", 2)[0]);

    visit.at("#refresh").selectOption("live");
    assertThat(visit.at("#as-of")).isHidden();
    assertThat(visit.at("#state")).hasText("Training");
    assertThat(visit.at("li[data-run=llm] .badge")).hasText("Training");
    assertThat(visit.at("#all-runs tr[data-run=llm] .badge")).hasText("Training");
    assertThat(visit.at("#age")).hasText(Pattern.compile("newest record \\d+ .* ago"));
    assertThat(visit.at("[data-card=elapsed] [data-live]")).isVisible();
  }

  @Test
  void how_often_it_asks_by_default_is_configured() throws Exception {
    exporter.close();
    exporter = watch(Map.of("gpu", "off", "web.refresh", "30"));
    Visit visit = visits.open(exporter.url());

    assertThat(visit.at("#refresh")).hasValue("30");
    assertThat(visit.at("#countdown")).hasText(Pattern.compile("next in \\d+ s"));
    assertThat(visit.page).hasURL(exporter.url() + "?run=llm");
  }
}

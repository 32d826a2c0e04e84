package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.demo.DemoRuns;
import org.trainingexporter.page.Chromium.Screen;
import org.trainingexporter.testing.EventBytes;

/**
 * Makes the pictures of the documents, into the directory that {@code pictures.to} names; {@code
 * docs/pictures/take} calls it. Those of Grafana and of the trainer are made of what runs at {@code
 * pictures.grafana} and {@code pictures.trainer}, where three trainings are started for them.
 */
@Timeout(300)
@EnabledIfSystemProperty(named = "pictures.to", matches = ".+")
final class PicturesTest {
  private static final int STEPS = 2000;

  /** Grafana draws its panels one after the other, and says nowhere when all are there. */
  private static final int GRAFANA_MILLIS = 15_000;

  /** Grafana's link to the time range of the run. */
  private static final GetByRoleOptions WHOLE_RUN = new GetByRoleOptions().setName("Whole run");

  private static final ContainsTextOptions BEFORE_A_TRAINING_ENDS =
      new ContainsTextOptions().setTimeout(120_000);

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;

  @Test
  void the_page_of_a_run_on_a_desk_and_a_phone() throws Exception {
    try (DemoRuns demo = new DemoRuns(root, InstantSource.system(), 7);
        RunningExporter exporter = watch("demo")) {
      demo.advance();
      exporter.scrapeWith("training_loss{run=\"moe-qlora-01\"");
      for (Screen screen : Screen.values()) {
        Visit visit = visits.open(exporter.url(), screen);
        visit.isStreaming();
        boolean phone = screen == Screen.PHONE;
        visit.page.setViewportSize(phone ? 390 : 1440, phone ? 1330 : 1160);
        save(visit, phone ? "page-phone" : "page");
      }
    }
  }

  @Test
  void runs_that_are_compared_and_all_runs_in_a_table() throws Exception {
    for (String rate : List.of("1e-4", "3e-4", "1e-3")) {
      for (int seed = 1; seed <= 3; seed++) {
        run(root.resolve("sweep/lr" + rate + "-seed" + seed), Double.parseDouble(rate), seed);
      }
    }
    try (RunningExporter exporter = watch("off")) {
      exporter.scrapeThat(
          scrape -> Pattern.compile("training_step\\{").matcher(scrape).results().count() == 9);
      StringBuilder compared = new StringBuilder("?group=lr");
      for (String rate : List.of("1e-4", "3e-4", "1e-3")) {
        for (int seed = 1; seed <= 3; seed++) {
          compared.append("&run=sweep/lr").append(rate).append("-seed").append(seed);
        }
      }
      Visit visit = visits.open(exporter.url() + compared);
      assertThat(visit.plot("loss")).hasAttribute("data-runs", "3");
      visit.page.setViewportSize(1440, 1100);
      visit.at("#plots").evaluate("(plots) => plots.scrollIntoView()");
      save(visit, "compare");

      Visit table =
          visits.open(
              exporter.url()
                  + "runs?sort=best&column=state&column=loss&column=best&column=speed&column=setting:lr&column=setting:seed");
      assertThat(table.at("tr[data-run] .spark path[d^=M]")).hasCount(9);
      table.page.setViewportSize(1440, 620);
      save(table, "runs-table");
    }
  }

  @Test
  void a_lightning_run_of_event_files_alone() throws Exception {
    double start = Instant.now().getEpochSecond() - STEPS;
    Random random = new Random(3);
    EventBytes events = new EventBytes();
    for (int step = 49; step < STEPS; step += 50) {
      int epoch = step / 250;
      double loss = 0.3 + 2 * Math.exp(-step / 500.0) + random.nextGaussian() * 0.04;
      events.scalar(start + step, step, "epoch", epoch);
      events.scalar(start + step, step, "train_loss", loss);
      events.scalar(start + step, step, "train_acc", 1 - loss / 2.6);
      events.scalar(start + step, step, "lr-AdamW", 1e-3 * (1 - step / 2.0 / STEPS));
      if (step % 250 == 249) {
        events.scalar(start + step + 1, step, "epoch", epoch);
        events.scalar(start + step + 1, step, "val_loss", loss + 0.08);
        events.scalar(start + step + 1, step, "val_acc", 0.96 - loss / 2.6);
      }
    }
    Path version = Files.createDirectories(root.resolve("lightning_logs/version_0"));
    Files.write(
        version.resolve("events.out.tfevents.%.0f.host.1.0".formatted(start)), events.bytes());
    try (RunningExporter exporter = watch("off")) {
      exporter.scrapeWith("training_validation_loss{");
      Visit visit = visits.open(exporter.url());
      visit.isStreaming();
      visit.page.setViewportSize(1440, 1160);
      save(visit, "lightning");
    }
  }

  @Test
  void the_dashboards() throws IOException {
    String grafana = System.getProperty("pictures.grafana", "");
    Assumptions.assumeFalse(grafana.isEmpty(), "no Grafana was named");
    dashboard(grafana, "training-runs", "runs", 1440, 1120);
    dashboard(grafana, "training-run", "run", 1280, 1160);
    dashboard(grafana, "training-run", "run-phone", 400, 1480);
    dashboard(grafana, "training-hardware?from=now-5m", "hardware", 1280, 1000);
  }

  @Test
  void the_trainer() throws IOException {
    String trainer = System.getProperty("pictures.trainer", "");
    Assumptions.assumeFalse(trainer.isEmpty(), "no trainer was named");
    visits.allow("404"); // the exporter meets a run a moment after the trainer
    Visit visit = visits.open(trainer);
    visit.page.setViewportSize(1440, 1160);
    visit.page.getByText("Three learning rates").click();
    visit.at("#start").click();
    assertThat(visit.at("#now-title")).containsText("learning-rate-0.01", BEFORE_A_TRAINING_ENDS);
    assertThat(visit.at("#position")).containsText("Epoch 3", BEFORE_A_TRAINING_ENDS);
    visit.at("#exporter").scrollIntoViewIfNeeded(); // it is drawn in sight only
    visit.page.evaluate("() => scrollTo(0, 0)");
    save(visit, "trainer");
  }

  private RunningExporter watch(String gpu) throws IOException {
    return RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", gpu));
  }

  private void dashboard(String grafana, String uid, String name, int width, int height)
      throws IOException {
    visits.allow(""); // what Grafana complains of is its own
    Visit visit = visits.blank();
    visit.page.setViewportSize(width, height);
    String more = uid.contains("?") ? "&" : "?";
    visit.page.navigate(grafana.replaceFirst("/$", "") + "/d/" + uid + more + "kiosk&theme=light");
    visit.page.waitForTimeout(GRAFANA_MILLIS);
    Locator wholeRun = visit.page.getByRole(AriaRole.LINK, WHOLE_RUN);
    if (wholeRun.count() > 0) {
      visit.page.navigate(wholeRun.evaluate("(link) => link.href") + "&kiosk&theme=light");
      visit.page.waitForTimeout(GRAFANA_MILLIS);
    }
    save(visit, name);
  }

  /** Waits until every plot in sight is drawn. */
  private static void save(Visit visit, String name) throws IOException {
    visit.page.waitForFunction(
        "() => [...document.querySelectorAll('#plots figure')].every((one) =>"
            + " one.hasAttribute('data-drawn') || one.getBoundingClientRect().top > innerHeight)");
    Path to = Files.createDirectories(Path.of(System.getProperty("pictures.to")));
    visit.page.screenshot(new Page.ScreenshotOptions().setPath(to.resolve(name + ".png")));
  }

  private static void run(Path run, double rate, int seed) throws IOException {
    Files.createDirectories(run);
    Files.writeString(
        run.resolve("config.json"),
        "{\"lr\":%s,\"seed\":%d,\"batch_size\":64}".formatted(rate, seed));
    Random random = new Random(seed);
    double start = Instant.now().getEpochSecond() - STEPS;
    double floor = 1.4 + Math.abs(Math.log10(rate / 3e-4)) * 0.6;
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= STEPS; step += 5) {
      double loss = floor + 2.4 * Math.exp(-step * rate * 12) + random.nextGaussian() * 0.05;
      String more = step % 200 == 1 ? ",\"val_loss\":%.4f".formatted(loss + 0.15) : "";
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"step\":%d,\"loss\":%.4f,\"learning_rate\":%s,\"total_steps\":%d,\"timestamp\":%.1f%s}%n",
              step,
              loss,
              rate * (1 - step / 2.0 / STEPS),
              STEPS,
              start + step,
              more));
    }
    Files.writeString(run.resolve("train.jsonl"), lines);
  }
}

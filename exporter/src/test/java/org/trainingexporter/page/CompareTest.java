package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** Runs held against each other: figures and settings in a table, groups and outliers in plots. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class CompareTest {
  private static final int STEPS = 60;
  private static final int LONG = 9_000;
  private static final String ALL = "?run=small/a&run=small/b&run=large/c";

  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    write(root.resolve("small/a"), 1, "{\"lr\":0.001,\"seed\":1,\"size\":\"small\"}");
    write(root.resolve("small/b"), 3, "{\"lr\":0.001,\"seed\":2,\"size\":\"small\"}");
    write(root.resolve("large/c"), 8, "{\"lr\":0.001,\"seed\":3,\"size\":\"large\"}");
    StringBuilder peaks = new StringBuilder();
    for (int step = 1; step <= LONG; step++) {
      peaks.append("{\"step\":%d,\"loss\":%d}%n".formatted(step, step % 100 == 50 ? 101 : 1));
    }
    Path log = Files.createDirectory(root.resolve("long")).resolve("train.jsonl");
    Files.writeString(log, peaks);
    StringBuilder epochs = new StringBuilder();
    for (int epoch = 1; epoch <= 30; epoch++) {
      epochs.append("{\"epoch\":%d,\"loss\":%s}%n".formatted(epoch, 1 + 1.0 / epoch));
    }
    Files.writeString(Files.createDirectory(root.resolve("e")).resolve("train.jsonl"), epochs);
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    for (String run : List.of("small/a", "small/b", "large/c", "long")) {
      exporter.scrapeWith("training_step{run=\"" + run + "\"");
    }
    exporter.scrapeWith("training_epoch{run=\"e\"");
  }

  /** The loss is level but for one step; an epoch has 20 steps, a step 512 tokens. */
  private static void write(Path run, int loss, String config) throws Exception {
    Files.createDirectories(run);
    Files.writeString(run.resolve("config.json"), config);
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= STEPS; step++) {
      lines.append(
          "{\"step\":%d,\"epoch\":%d,\"loss\":%s,\"tokens\":%d}%n"
              .formatted(
                  step, step / 20, step == 30 ? "900.0" : loss + step % 3 / 10.0, step * 512));
    }
    Files.writeString(run.resolve("train.jsonl"), lines);
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query, Screen screen) {
    Visit visit = visits.open(exporter.url() + query, screen);
    assertThat(visit.plot("loss")).hasAttribute("data-runs", Pattern.compile("[1-3]"));
    return visit;
  }

  @Test
  void figures_stand_side_by_side_and_settings_that_differ_stand_out() throws Exception {
    Visit visit = open(ALL, Screen.DESKTOP);
    assertThat(visit.at("#comparison thead th"))
        .hasText(new String[] {"What", "small/a", "small/b", "large/c"});
    Locator loss = visit.at("#comparison tr[data-row=loss]");
    assertThat(loss.locator("td").nth(2)).hasText("8.00");
    assertThat(loss.locator("td[data-best=true]")).hasText("1.00best");
    assertThat(visit.at("#comparison tr[data-row='setting:size'] td[data-other=true]"))
        .hasText("large");
    assertThat(visit.at("#comparison tr[data-row='setting:lr']")).hasCount(0);
    visit.at("#equal-settings").check();
    assertThat(visit.at("#comparison tr[data-row='setting:lr']"))
        .hasAttribute("data-differs", "false");
    Download table = visit.page.waitForDownload(() -> visit.at("#comparison-csv").click());
    List<String> rows = Files.readAllLines(table.path());
    assertEquals(",small/a,small/b,large/c", rows.get(0));
    assertTrue(rows.contains("size,small,small,large"), rows.toString());
  }

  @Test
  void steps_and_epochs_are_not_drawn_on_one_axis() throws Exception {
    Visit visit = open("?run=small/a&run=e&from=10&to=20", Screen.PHONE);
    assertThat(visit.at("#x-axis input:checked")).hasValue("epoch");
    assertThat(visit.at("#x-axis label:has([value=step])")).isHidden();
    assertThat(visit.at("#mixed"))
        .hasText(
            "small/a counts steps, e counts epochs: the x axis shows epochs, which all of them have.");
    assertThat(visit.page).hasURL(Pattern.compile("from=10&to=20"));
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);

    visit.at("#legend [data-run=e]").click();
    assertThat(visit.at("#x-axis input:checked")).hasValue("step");
    assertThat(visit.at("#mixed")).isHidden();
    assertThat(visit.page).not().hasURL(Pattern.compile("from="));
  }

  @Test
  void a_run_alone_is_compared_with_nothing() {
    Visit visit = open("?run=small/a", Screen.DESKTOP);
    assertThat(visit.at("#comparison")).isHidden();
    assertThat(visit.at("#group")).isHidden();
  }

  @Test
  void outliers_are_cut_off_on_demand_and_the_plot_says_so() {
    Visit visit = open("?run=small/a", Screen.DESKTOP);
    assertThat(visit.plot("loss").locator("[data-sign=clipped]")).hasCount(0);
    visit.at("#clip").click();
    assertThat(visit.plot("loss").locator("[data-sign=clipped]"))
        .hasText("5–95 %: 1 point cut off");
    assertThat(visit.page).hasURL(Pattern.compile("clip=true"));
    visit.at("#clip").click();
    assertThat(visit.plot("loss").locator("[data-sign=clipped]")).hasCount(0);
  }

  @Test
  void a_group_is_drawn_as_its_mean_in_a_band() {
    Visit visit = open(ALL, Screen.DESKTOP);
    visit.at("#group").selectOption("size");
    assertThat(visit.plot("loss")).hasAttribute("data-lines", "group");
    assertThat(visit.plot("loss").locator("[data-sign=group]"))
        .hasText("mean ± 1 standard deviation");
    assertThat(visit.page).hasURL(Pattern.compile("group=size"));
    visit.isDrawn("loss");
    List<String> rows = visit.table("loss");
    assertEquals(2 * STEPS, rows.size());
    assertTrue(rows.contains("size small,loss,group,1,,,0,2.1"), rows.toString());

    Visit again = open(ALL + "&group=folder", Screen.DESKTOP);
    assertThat(again.at("#group")).hasValue("folder");
    assertThat(again.plot("loss")).hasAttribute("data-runs", "2");
  }

  @Test
  void curves_stand_over_epochs_and_tokens_where_the_log_counts_them() {
    Visit visit = open("?run=small/a", Screen.DESKTOP);
    visit.at("#x-axis").getByText("Tokens").click();
    assertThat(visit.page).hasURL(Pattern.compile("x=tokens"));
    visit.at("#zoom-in").click();
    assertThat(visit.page)
        .hasURL(Pattern.compile("from=[78]\\d\\d\\d(\\.\\d+)?&to=2[23]\\d\\d\\d"));
    visit.at("#x-axis").getByText("Epoch").click();
    assertThat(visit.page).hasURL(Pattern.compile("x=epoch"));
    assertThat(visit.plot("loss")).hasAttribute("data-points", Pattern.compile("3[0-9]"));
  }

  @Test
  void smoothing_averages_all_records_not_the_peaks_that_are_drawn() {
    Visit visit = open("?run=long", Screen.DESKTOP);
    visit.showsStep("loss", LONG);
    visit.page.waitForResponse(
        answer -> answer.url().contains("means=1"), () -> visit.at("#smooth").fill("0.95"));
    assertThat(visit.plot("loss")).hasAttribute("data-lines", "raw smooth");
    visit.isDrawn("loss");
    // The answer is read, and drawn, some time after its head has come.
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (mean(smooth(visit)) >= 6 && System.nanoTime() < deadline) {}
    List<String> smooth = smooth(visit);
    double mean = mean(smooth);
    assertTrue(smooth.size() < LONG / 4, "points are a choice of the records: " + smooth.size());
    assertTrue(mean < 6, "the mean of all is 2, of the drawn points it would be above 20: " + mean);
  }

  private static List<String> smooth(Visit visit) {
    return visit.table("loss").stream().filter(row -> row.contains(",smooth,")).toList();
  }

  private static double mean(List<String> rows) {
    return rows.stream()
        .mapToDouble(row -> Double.parseDouble(row.replaceFirst(".*,", "")))
        .average()
        .orElseThrow();
  }

  @Test
  void it_fits_a_phone_and_keeps_nobody_out() throws Exception {
    Visit visit = open(ALL + "&group=folder&clip=true", Screen.PHONE);
    assertThat(visit.at("#comparison")).isVisible();
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }
}

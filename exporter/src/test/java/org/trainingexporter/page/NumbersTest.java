package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
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

/** Every number of a log without a place of its own: put on plots, and on cards if it measures. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class NumbersTest {
  private static final int STEPS = 40;

  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;
  private Path log;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    Path done = Files.createDirectory(root.resolve("ppo")).resolve("train.jsonl");
    log = Files.createDirectory(root.resolve("live")).resolve("train.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= STEPS; step++) {
      lines.append(
          """
          {"step":%d,"loss":%s,"train/kl":%s,"train/entropy":%s,"eval/mAP50":%s,"lr_scale":3}
          """
              .formatted(step, 2.0 / step, step / 100.0, 1 - step / 80.0, step == 30 ? 0.75 : 0.5));
    }
    Files.writeString(done, lines);
    Files.writeString(log, lines);
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"ppo\"");
    exporter.scrapeWith("training_step{run=\"live\"");
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query, Screen screen) {
    Visit visit = visits.open(exporter.url() + "?run=ppo" + query, screen);
    visit.showsStep("loss", STEPS);
    return visit;
  }

  @Test
  void numbers_are_found_by_prefix_and_by_words() {
    Visit visit = open("", Screen.DESKTOP);
    assertThat(visit.at("#add-plot > summary")).hasText("Add plots (4 numbers)");
    visit.at("#add-plot > summary").click();
    assertThat(visit.at("#add-plot fieldset[data-prefix='train/'] label")).hasCount(2);
    assertEquals(0.4, visit.raw(visit.at("[data-number='train/kl']")));
    visit.at("#number-search").fill("entropy train");
    assertThat(visit.at("#add-plot label")).hasCount(1);
    visit.at("#number-search").fill("nothing like it");
    assertThat(visit.at("#add-plot").getByText("No number has a name like this.")).isVisible();
  }

  @Test
  void several_numbers_share_a_plot_that_the_address_keeps() {
    Visit visit = open("", Screen.DESKTOP);
    visit.at("#add-plot > summary").click();
    visit.at("#add-plot fieldset[data-prefix='train/'] .linklike").click();
    visit.at("#plot-together").click();
    String plot = "value:train/entropy,value:train/kl";
    visit.isDrawn(plot);
    assertThat(visit.plot(plot).locator("h3")).hasText("train/ entropy, kl");
    assertThat(visit.plot(plot).locator(".key"))
        .hasText(new String[] {"train/entropy", "train/kl"});
    assertThat(visit.page)
        .hasURL(Pattern.compile("plot=value%3Atrain%2Fentropy%2Cvalue%3Atrain%2Fkl"));

    Visit again = open(visit.page.url().replaceFirst(".*run=ppo", ""), Screen.DESKTOP);
    again.isDrawn(plot);
    List<String> rows = again.table(plot);
    assertEquals(2 * STEPS, rows.size());
    assertTrue(rows.contains(row("train/kl", 20, 0.2)), rows.toString());
    again.plot(plot).locator("[data-tool=remove]").click();
    assertThat(again.plot(plot)).hasCount(0);
  }

  private static String row(String key, int step, double value) {
    return String.format(Locale.ROOT, "ppo,value:%s,raw,%d,,,0,%s", key, step, value);
  }

  @Test
  void a_plot_of_several_goes_on_live() throws Exception {
    String plot = "value:train/entropy,value:train/kl";
    Visit visit = visits.open(exporter.url() + "?run=live&plot=" + plot);
    assertThat(visit.at("#countdown")).hasText("streaming");
    visit.showsStep(plot, STEPS);
    Files.writeString(
        log,
        "{\"step\":41,\"train/kl\":7,\"train/entropy\":1,\"loss\":1}\n",
        StandardOpenOption.APPEND);
    visit.showsStep(plot, STEPS + 1);
  }

  @Test
  void a_validation_metric_is_a_card_with_its_best_once_it_is_plotted() {
    Visit visit = open("", Screen.DESKTOP);
    assertThat(visit.at("[data-metric]")).hasCount(1);
    assertEquals(0.5, visit.raw(visit.at("[data-metric='eval/mAP50'] .value")));
    visit.at("[data-metric='eval/mAP50'] .linklike").click();
    assertThat(visit.at("[data-best='eval/mAP50']")).hasText("0.750 at step 30");
    visit.isDrawn("value:eval/mAP50");
  }

  @Test
  void by_keyboard_alone_and_on_a_phone() throws Exception {
    Visit visit = open("", Screen.PHONE);
    visit.at("#add-plot > summary").focus();
    visit.page.keyboard().press("Enter");
    visit.page.keyboard().press("Tab");
    visit.page.keyboard().type("kl");
    assertThat(visit.at("#add-plot label")).hasCount(1);
    visit.page.keyboard().press("Tab");
    visit.page.keyboard().press("Tab");
    visit.page.keyboard().press("Space");
    assertThat(visit.at("#add-plot [role=status]")).hasText("1 chosen.");
    ForEverybody.fits(visit);
    visit.at("#plot-each").press("Enter");
    assertThat(visit.plot("value:train/kl")).isVisible();
    visit.page.keyboard().press("Escape");
    assertThat(visit.at("#number-search")).isHidden();
    ForEverybody.hasNoBarriers(visit);
  }
}

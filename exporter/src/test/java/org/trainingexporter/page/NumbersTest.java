package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** Every number of a log without a place of its own: put on plots, and on cards if it measures. */
@Timeout(240)
@TestInstance(Lifecycle.PER_CLASS)
final class NumbersTest {
  private static final int STEPS = 40;

  /** Thirty metrics of tasks, and an average. */
  private static final String METRICS =
      IntStream.range(0, 30)
          .mapToObj("eval/task_%02d/accuracy"::formatted)
          .collect(Collectors.joining("\":0.5,\"", ",\"", "\":0.5,\"eval/avg/accuracy\":0.75"));

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
    Path many = Files.createDirectory(root.resolve("many")).resolve("train.jsonl");
    Files.writeString(
        many, "{\"step\":1,\"loss\":2}\n{\"step\":2,\"loss\":1%s}\n".formatted(METRICS));
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"ppo\"");
    exporter.scrapeWith("training_step{run=\"live\"");
    exporter.scrapeWith("training_step{run=\"many\"");
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
    visit.isStreaming();
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

  @ParameterizedTest
  @EnumSource(Screen.class)
  void of_many_metrics_the_most_telling_are_there_and_the_others_once_asked_for(Screen screen)
      throws Exception {
    Visit visit = visits.open(exporter.url() + "?run=many", screen);
    visit.isDrawn("loss");
    assertThat(visit.at("[data-metric]")).hasCount(4);
    assertThat(visit.at("[data-metric]").first()).hasAttribute("data-metric", "eval/avg/accuracy");
    visit.page.evaluate("() => scrollTo(0, 0)");
    assertTrue(screen == Screen.PHONE || visit.plot("loss").boundingBox().y < 700, "in sight");
    Locator more = visit.at("[aria-controls=metric-cards]");
    assertThat(more).hasText("27 more metrics");
    visit.at("[data-metric] .linklike").last().focus();
    visit.page.keyboard().press("Tab");
    assertThat(more).isFocused();
    visit.page.keyboard().press("Enter");
    assertThat(visit.at("[data-metric]")).hasCount(31);
    assertThat(more).hasAttribute("aria-expanded", "true");
    assertThat(more).isFocused();
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);

    Visit next = visits.open(exporter.url() + "?run=many", screen);
    assertThat(next.at("[data-metric]")).hasCount(31);
    next.at("[aria-controls=metric-cards]").press("Space");
    assertThat(next.at("[data-metric]")).hasCount(4);
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

package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** All of it fits a phone and a desk, and can be read by everybody. */
@Timeout(120)
final class LayoutTest {
  private static final String LONG =
      "sweep-2026-01/mixture-of-experts_lr5e-06_warmup944_seed-00042";

  private static final String SMALL_CURVE = "[data-card=loss] .small-curve";

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private Path root;
  private RunningExporter exporter;

  @AfterEach
  void stop() {
    exporter.close();
  }

  private void watch() throws IOException {
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "demo"));
  }

  private void two_runs() throws Exception {
    MadeLogs.write(root.resolve(LONG));
    MadeLogs.write(root.resolve("b"));
    watch();
    exporter.scrapeThat(scrape -> scrape.contains("run=\"b\"") && scrape.contains(LONG));
  }

  private Visit run(Screen screen) {
    Visit visit = visits.open(exporter.url() + "?run=" + LONG + "&run=b", screen);
    visit.showsStep("loss", MadeLogs.STEPS);
    visit.isDrawn("loss");
    visit.isWhole();
    assertThat(visit.at("#gpus")).isVisible();
    assertThat(visit.at("#experts")).isVisible();
    return visit;
  }

  @Test
  void a_desk() throws Exception {
    two_runs();
    Visit visit = run(Screen.DESKTOP);
    assertThat(visit.at(SMALL_CURVE)).isHidden();
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }

  @Test
  void a_phone() throws Exception {
    two_runs();
    Visit visit = run(Screen.PHONE);
    assertThat(visit.at(SMALL_CURVE)).isVisible();
    assertThat(visit.at(SMALL_CURVE + " path"))
        .hasAttribute("d", Pattern.compile("M0.0 .*L96.0 .*"));
    ForEverybody.fits(visit);
    visit.at("#runs-button").click();
    assertThat(visit.at("#run-search")).isVisible();
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void marks_are_explained_once_for_all_plots_and_in_full_screen_again(Screen screen)
      throws Exception {
    two_runs();
    Visit visit = visits.open(exporter.url() + "?run=b", screen);
    visit.isDrawn("loss");
    visit.isWhole();
    assertThat(visit.at("#marks-key .key")).hasText(new String[] {"checkpoint", "best"});
    assertThat(visit.at(".plot-key [data-sign=checkpoint], .plot-key [data-sign=best]"))
        .hasCount(0);
    ForEverybody.fits(visit);
    visit.plot("loss").locator("[data-tool=full]").click();
    Locator own = visit.at("#full .plot-key");
    assertThat(own.locator("[data-sign=checkpoint]")).isVisible();
    assertThat(own.locator("[data-sign=best]")).isVisible();
    ForEverybody.hasNoBarriers(visit);
    visit.plot("loss").locator("[data-tool=full]").click();
    assertThat(own).hasCount(0);
    assertThat(visit.at(".plot-key [data-sign=best]")).hasCount(0);
  }

  @Test
  void without_a_run() throws Exception {
    watch();
    visits.expect("status of 404"); // figures and curves are asked for before it is known
    Visit visit = visits.open(exporter.url(), Screen.PHONE);
    assertThat(visit.at("#empty h2")).hasText("No run yet");
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }
}

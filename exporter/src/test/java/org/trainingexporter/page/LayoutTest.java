package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** All of it fits a phone and a desk, and can be read by everybody. */
@Timeout(120)
final class LayoutTest {
  private static final String LONG =
      "sweep-2026-01/mixture-of-experts_lr5e-06_warmup944_seed-00042";

  /** Texts that are cut, and what stands out of the screen. */
  private static final String CUT =
      """
      () => {
        const wide = document.documentElement.scrollWidth - innerWidth;
        const cut = [...document.querySelectorAll("body *")].filter((e) => {
          const style = getComputedStyle(e);
          if (e.closest(".unseen, .chart, svg, .scroll, pre, select") || e.matches("input")) return false;
          return e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && !/auto|scroll/.test(style.overflowX);
        });
        const told = cut.map((e) => `${e.tagName} ${e.className}: ${e.innerText.slice(0, 80)}`);
        return wide > 0 ? [`${wide} pixels wider than the screen`, ...told] : told;
      }
      """;

  private static final String BARRIERS =
      """
      async () => {
        const found = await axe.run({ resultTypes: ["violations"] });
        return found.violations
          .filter((one) => one.impact === "serious" || one.impact === "critical")
          .map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target + " " + node.html)}`);
      }
      """;

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
    assertThat(visit.at("#gpus")).isVisible();
    assertThat(visit.at("#experts")).isVisible();
    return visit;
  }

  private static void fits(Visit visit) {
    assertEquals(List.of(), visit.ask(CUT));
  }

  private static void isForEverybody(Visit visit) throws IOException {
    try (InputStream axe = LayoutTest.class.getResourceAsStream("/axe.min.js")) {
      visit.ask(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(List.of(), visit.ask(BARRIERS));
    Page.EmulateMediaOptions dark = new Page.EmulateMediaOptions();
    visit.page.emulateMedia(dark.setColorScheme(ColorScheme.DARK));
    assertEquals(List.of(), visit.ask(BARRIERS), "dark");
  }

  @Test
  void a_desk() throws Exception {
    two_runs();
    Visit visit = run(Screen.DESKTOP);
    fits(visit);
    isForEverybody(visit);
  }

  @Test
  void a_phone() throws Exception {
    two_runs();
    Visit visit = run(Screen.PHONE);
    fits(visit);
    visit.at("#runs-button").click();
    assertThat(visit.at("#run-search")).isVisible();
    fits(visit);
    isForEverybody(visit);
  }

  @Test
  void without_a_run() throws Exception {
    watch();
    Visit visit = visits.open(exporter.url(), Screen.PHONE);
    assertThat(visit.at("#empty h2")).hasText("No run yet");
    fits(visit);
    isForEverybody(visit);
  }
}

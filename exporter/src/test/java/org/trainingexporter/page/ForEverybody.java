package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds on every screen and for everybody. */
final class ForEverybody {
  /** Texts that are cut, and what stands out of the screen. */
  private static final String CUT =
      """
      () => {
        const wide = document.documentElement.scrollWidth - innerWidth;
        const cut = [...document.querySelectorAll("body *")].filter((e) => {
          const style = getComputedStyle(e);
          if (e.closest(".unseen, .chart, svg, .scroll, .grid-scroll, pre, select") || e.matches("input")) return false;
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
          .map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target + " " + node.html)}`);
      }
      """;

  private ForEverybody() {}

  /** Nothing is cut, and nothing stands out of the screen. */
  static void fits(Visit visit) {
    assertEquals(List.of(), visit.ask(CUT));
  }

  /** axe finds nothing, not even advice, in light and dark. */
  static void hasNoBarriers(Visit visit) throws IOException {
    try (InputStream axe = ForEverybody.class.getResourceAsStream("/axe.min.js")) {
      visit.ask(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(List.of(), visit.ask(BARRIERS));
    Page.EmulateMediaOptions dark = new Page.EmulateMediaOptions();
    visit.page.emulateMedia(dark.setColorScheme(ColorScheme.DARK));
    assertThat(visit.at("html")).hasAttribute("data-theme", "dark");
    assertEquals(List.of(), visit.ask(BARRIERS), "dark");
  }
}

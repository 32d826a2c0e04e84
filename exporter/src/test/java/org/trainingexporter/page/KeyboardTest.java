package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

/** The run's page, walked through by the keyboard alone on a screen 390 pixels wide. */
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
final class KeyboardTest {
  private static final int MOST_STOPS = 400;

  /** What has the focus: its id, else what names it. */
  private static final String FOCUS =
      """
      () => {
        const e = document.activeElement;
        if (e === document.body) return "";
        return e.id || e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.innerText || e.tagName;
      }
      """;

  /** Whether the focus can be seen: it has an outline, and it is on the screen. */
  private static final String IN_SIGHT =
      """
      () => {
        const e = document.activeElement;
        const shown = e.matches("input[type=radio]") ? e.nextElementSibling : e;
        const { top, bottom, width } = shown.getBoundingClientRect();
        const isOutlined = getComputedStyle(shown).outlineStyle !== "none";
        return isOutlined && width > 0 && bottom > 0 && top < innerHeight;
      }
      """;

  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    MadeLogs.write(root.resolve("b"));
    MadeLogs logs = MadeLogs.write(root.resolve("a"));
    Files.writeString(
        logs.training,
        logs.step(241).replaceFirst("\\{", "{\"train/kl\":0.5,\"eval/f1\":0.5,"),
        StandardOpenOption.APPEND);
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "demo"));
    exporter.scrapeThat(scrape -> scrape.contains("241") && scrape.contains("run=\"b\""));
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query) {
    Visit visit = visits.open(exporter.url() + query, Screen.PHONE);
    visit.showsStep("loss", 241);
    visit.isWhole();
    // Controls that come later would not be counted, or be passed by before they are there.
    assertThat(visit.plot("learning_rate")).isAttached();
    for (String late :
        List.of(".chip[data-kind=checkpoint]", "#errors summary", "#experts summary")) {
      assertThat(visit.at(late).first()).isVisible();
    }
    return visit;
  }

  /** Presses Tab until this has the focus, which is seen at each stop. */
  private static void tabTo(Visit visit, String selector) {
    Locator wanted = visit.at(selector).first();
    for (int i = 0; i < MOST_STOPS; i++) {
      visit.page.keyboard().press("Tab");
      assertEquals(true, visit.ask(IN_SIGHT), () -> "in sight: " + visit.ask(FOCUS));
      if ((boolean) wanted.evaluate("(one) => one === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError("Tab never comes to " + selector);
  }

  /** Presses Tab until this has the focus, and then the key. */
  private static void pressAt(Visit visit, String selector, String key) {
    tabTo(visit, selector);
    visit.page.keyboard().press(key);
  }

  @Test
  void tab_comes_to_every_control_once_and_leads_out_again() {
    Visit visit = open("?run=a&run=b");
    assertThat(visit.plot("loss")).hasAttribute("data-runs", "2");
    List<?> stops =
        (List<?>)
            visit.ask(
                "() => [...document.querySelectorAll('button, a[href], input, select, summary, [tabindex=\"0\"]')]"
                    + ".filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)"
                    + ".filter((e) => e.type !== 'radio' || e.checked).map((e) => e.outerHTML.slice(0, 80))");
    int count = 0;
    do {
      visit.page.keyboard().press("Tab");
      count++;
    } while (!visit.ask(FOCUS).equals("") && count < MOST_STOPS);
    assertEquals(stops.size(), count - 1, stops::toString);
  }

  @Test
  void a_run_is_searched_shown_and_compared() {
    Visit visit = open("?run=a");
    Keyboard keys = visit.page.keyboard();
    pressAt(visit, "#runs-button", "Enter");
    tabTo(visit, "#run-search");
    keys.type("b");
    pressAt(visit, "li[data-run=b] input", "Space");
    assertThat(visit.at("#legend li")).hasText(new String[] {"a", "b"});
    pressAt(visit, "#legend button[data-run=b]", "Enter");
    assertThat(visit.page).hasURL(Pattern.compile("hide=b"));
    pressAt(visit, "#equal-settings", "Space");
    assertThat(visit.at("#equal-settings")).isChecked();
  }

  @Test
  void the_curves_are_set_zoomed_walked_pinned_and_filled() {
    Visit visit = open("?run=a");
    Keyboard keys = visit.page.keyboard();
    pressAt(visit, "#x-axis input", "ArrowRight");
    assertThat(visit.at("#x-axis input[value=epoch]")).isChecked();
    keys.press("ArrowLeft");
    pressAt(visit, "#smooth", "ArrowRight");
    assertThat(visit.page).hasURL(Pattern.compile("smooth=0.01"));
    pressAt(visit, "#clip", "Space");
    assertThat(visit.at("#clip")).hasAttribute("aria-pressed", "true");
    pressAt(visit, "#zoom-in", "Enter");
    pressAt(visit, "#zoom-reset", "Enter");
    pressAt(visit, "#add-plot summary", "Enter");
    pressAt(visit, "#add-plot label input", "Space");
    keys.press("Escape");
    tabTo(visit, "figure[data-plot=loss] .chart");
    visit.isDrawn("loss");
    keys.press("ArrowRight");
    assertThat(visit.plot("loss").locator(".tip")).isVisible();
    assertThat(visit.at("#announcer")).containsText("step");
    keys.press("+");
    assertThat(visit.at("#zoom-reset")).isEnabled();
    keys.press("0");
    keys.press("l");
    assertThat(visit.plot("loss").locator("[data-tool=log]")).hasAttribute("aria-pressed", "true");
    keys.press("p");
    assertThat(visit.plot("loss").locator("[data-tool=pin]")).hasAttribute("aria-pressed", "true");
    keys.press("f");
    assertThat(visit.at("dialog figure[data-plot=loss]")).isVisible();
    keys.press("Escape");
    assertThat(visit.at("#full")).isHidden();
  }

  @Test
  void a_note_is_written_events_are_filtered_and_tables_opened() {
    Visit visit = open("?run=a");
    Keyboard keys = visit.page.keyboard();
    pressAt(visit, "#edit-note", "Enter");
    keys.type("looks fine");
    pressAt(visit, "#notes [type=submit]", "Enter");
    assertThat(visit.at(".note-text")).hasText("looks fine");
    pressAt(visit, "[data-card=loss] .help", "Enter");
    assertThat(visit.at("[data-card=loss] .help-text")).isVisible();
    pressAt(visit, "[data-metric='eval/f1'] .linklike", "Enter");
    assertThat(visit.plot("value:eval/f1")).isVisible();
    pressAt(visit, ".chip[data-kind=checkpoint]", "Enter");
    assertThat(visit.at(".timeline li[data-event=checkpoint]").first()).isVisible();
    pressAt(visit, "#errors summary", "Enter");
    assertThat(visit.at("#errors pre")).isVisible();
    pressAt(visit, "#all-runs summary", "Enter");
    assertThat(visit.at(".grid tbody tr[data-run]")).hasCount(2);
    pressAt(visit, "#details summary", "Enter");
    assertThat(visit.at("#values dd[data-value='train/kl']")).isVisible();
    assertTrue(visit.page.url().contains("event=checkpoint"), visit.page.url());
  }
}

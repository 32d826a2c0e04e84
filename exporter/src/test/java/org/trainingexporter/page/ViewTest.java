package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
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

/** What a viewer chooses to see, and that an address shows the same again. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class ViewTest {
  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;
  private MadeLogs logs;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    MadeLogs.write(root.resolve("b"));
    logs = MadeLogs.write(root.resolve("a"));
    Files.writeString(logs.training, logs.step(241), StandardOpenOption.APPEND);
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeThat(scrape -> scrape.contains("241") && scrape.contains("run=\"b\""));
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query) {
    Visit visit = visits.open(exporter.url() + query);
    visit.showsStep("loss", 241);
    return visit;
  }

  @Test
  void the_choices_for_the_curves_are_in_the_address_and_come_back_from_it() {
    Visit visit = open("?run=a");
    visit.at("#x-axis").getByText("Relative").click();
    visit.at("#smooth").fill("0.6");
    visit.plot("loss").locator("[data-tool=log]").click();
    assertThat(visit.plot("loss")).hasAttribute("data-lines", "raw smooth");
    assertThat(visit.page).hasURL(Pattern.compile("\\?run=a&log=loss&x=relative&smooth=0.6$"));

    Visit again = open(visit.page.url().replaceFirst(".*/", ""));
    assertThat(again.at("#x-axis input[value=relative]")).isChecked();
    assertThat(again.at("#smooth")).hasValue("0.6");
    assertThat(again.plot("loss").locator("[data-tool=log]")).hasAttribute("aria-pressed", "true");
    assertThat(again.plot("loss")).hasAttribute("data-lines", "raw smooth");
  }

  @Test
  void the_newest_run_is_shown_others_are_laid_over_it_and_hidden_again() {
    Visit visit = open("");
    assertThat(visit.at("#run-name")).hasText("a");
    assertThat(visit.at("li[data-run=a]")).hasAttribute("aria-current", "true");

    visit.at("li[data-run=b] input").check();
    assertThat(visit.at("#legend li")).hasText(new String[] {"a", "b"});
    assertThat(visit.plot("loss")).hasAttribute("data-runs", "2");
    assertTrue(visit.table("loss").stream().anyMatch(row -> row.startsWith("b,")));
    assertThat(visit.page).hasURL(Pattern.compile("\\?run=a&run=b$"));

    visit.at("#legend button[data-run=b]").click();
    assertThat(visit.page).hasURL(Pattern.compile("&hide=b$"));
    assertThat(visit.at("#legend button[data-run=b]")).hasAttribute("aria-pressed", "false");
    assertThat(visit.plot("loss")).hasAttribute("data-runs", "1");

    visit.at("li[data-run=b] .run-name").click();
    assertThat(visit.at("#run-name")).hasText("b");
    visit.showsStep("loss", 240);
    visit.page.goBack();
    assertThat(visit.at("#run-name")).hasText("a");
  }

  @Test
  void the_copied_link_shows_somebody_else_the_same() {
    Visit visit = open("?x=time&smooth=0.3");
    visit.at("li[data-run=b] input").check();
    visit.at("#zoom-in").click();
    assertThat(visit.page).hasURL(Pattern.compile("from=.*&to="));
    // The button says "Copied" for two seconds only.
    visit.ask(
        """
        () => {
          navigator.clipboard.writeText = async (text) => { window.copied = text; };
          window.said = [];
          const button = document.getElementById("copy-link");
          const note = () => said.push(button.textContent);
          new MutationObserver(note).observe(button, { childList: true, subtree: true });
        }
        """);
    visit.at("#copy-link").click();
    visit.page.waitForCondition(() -> visit.ask("() => said[0]") != null);
    assertEquals("Copied", visit.ask("() => said[0]"));
    String link = visit.ask("() => window.copied").toString();

    visit.at("#x-axis").getByText("Relative").click();
    visit.at("#smooth").fill("0.9");
    Visit other = visits.open(link);
    assertThat(other.at("#x-axis input[value=time]")).isChecked();
    assertThat(other.at("#smooth")).hasValue("0.3");
    assertThat(other.at("#legend li")).hasText(new String[] {"a", "b"});
    assertThat(other.at("#zoom-reset")).isEnabled();
  }

  @Test
  void the_browser_keeps_theme_smoothing_axis_and_refresh_for_the_next_visit() {
    Visit visit = open("?run=a");
    assertThat(visit.at("html")).hasAttribute("data-theme", "light");
    visit.at("#theme").click();
    visit.at("#theme").click();
    assertThat(visit.at("html")).hasAttribute("data-theme", "dark");
    visit.at("#x-axis").getByText("Time").click();
    visit.at("#smooth").fill("0.7");
    visit.at("#refresh").selectOption("30");

    Visit next = open("?run=a");
    assertThat(next.at("html")).hasAttribute("data-theme", "dark");
    assertThat(next.at("#x-axis input[value=time]")).isChecked();
    assertThat(next.at("#smooth")).hasValue("0.7");
    assertThat(next.at("#refresh")).hasValue("30");
    assertThat(next.page).hasURL(Pattern.compile("\\?run=a&x=time&smooth=0.7&refresh=30$"));
  }

  @Test
  void the_list_of_runs_can_be_searched() {
    Visit visit = open("");
    visit.at("#run-search").fill("b");
    assertThat(visit.at(".run-list li")).hasCount(1);
    assertThat(visit.at(".run-list li")).hasAttribute("data-run", "b");
    visit.at("#run-search").fill("none such");
    assertThat(visit.at(".run-list li")).hasCount(0);
  }

  @Test
  void events_are_filtered_by_kind() {
    Visit visit = open("?run=a");
    visit.at(".chip[data-kind=checkpoint]").click();
    assertThat(visit.at(".timeline li")).hasCount(4);
    assertThat(visit.at(".timeline li[data-event=checkpoint]")).hasCount(4);
    assertThat(visit.page).hasURL(Pattern.compile("event=checkpoint"));

    Visit again = open("?run=a&event=error&event=start");
    assertThat(again.at(".timeline li")).hasCount(2);
  }

  @Test
  void pointing_at_a_curve_names_step_time_and_value() throws Exception {
    Visit visit = open("?run=a");
    visit.isDrawn("loss");
    visit.plot("loss").locator(".chart").hover();
    Locator tip = visit.plot("loss").locator(".tip");
    int step = (int) visit.raw(tip.locator("[data-tip=step]"));
    double expected = LogReading.of(logs.training).points("loss").get(step - 1).value();
    assertTrue(step > 50 && step < 200, "in the middle: " + step);
    assertEquals(expected, visit.raw(tip.locator("[data-tip=raw]")));
    assertThat(tip.locator("[data-tip=time]")).isVisible();
  }

  @Test
  void a_part_is_zoomed_into_by_all_plots_and_kept_in_the_address() {
    Visit visit = open("?run=a");
    visit.at("#zoom-in").click();
    assertThat(visit.page).hasURL(Pattern.compile("from=[0-9.]+&to=[0-9.]+"));
    assertThat(visit.plot("learning_rate")).not().hasAttribute("data-points", "241");
    String part = visit.plot("loss").getAttribute("data-points");
    visit = visits.open(visit.page.url());
    assertThat(visit.plot("loss")).hasAttribute("data-points", part);
    visit.at("#zoom-reset").click();
    visit.showsStep("loss", 241);
    assertThat(visit.plot("learning_rate")).hasAttribute("data-points", "241");
  }

  @Test
  void after_a_part_was_dragged_out_nothing_that_was_pointed_at_stays() {
    Visit visit = open("?run=a");
    visit.isDrawn("loss");
    Locator chart = visit.plot("loss").locator(".chart");
    BoundingBox box = chart.boundingBox();
    Mouse mouse = visit.page.mouse();
    mouse.move(box.x + 200, box.y + 100);
    mouse.down();
    mouse.move(box.x + 300, box.y + 100);
    assertThat(visit.plot("loss").locator(".tip")).isVisible();
    mouse.up();
    assertThat(visit.at("#zoom-reset")).isEnabled();
    assertThat(visit.at(".tip:visible")).hasCount(0);
    assertThat(visit.at(".spot")).hasCount(0);
    assertThat(visit.at(".rule:visible")).hasCount(0);
    assertEquals(false, visit.ask("() => document.activeElement.matches(':focus-visible')"));
  }

  @Test
  void a_plot_fills_the_screen_is_saved_and_others_are_added() throws Exception {
    Visit visit = open("?run=a&plot=epoch");
    assertThat(visit.plot("epoch")).hasAttribute("data-last-y", "2");
    visit.isDrawn("loss");
    Locator loss = visit.plot("loss");
    Download picture = visit.page.waitForDownload(() -> loss.locator("[data-tool=image]").click());
    assertEquals("a_loss.png", picture.suggestedFilename());
    Download table = visit.page.waitForDownload(() -> loss.locator("[data-tool=table]").click());
    assertEquals("a_loss.csv", table.suggestedFilename());
    List<String> rows = Files.readAllLines(table.path());
    assertEquals("run,signal,position,time,time_iso,attempt,value", rows.get(0));
    assertEquals(LogReading.of(logs.training).points("loss").size(), rows.size() - 1);

    loss.locator("[data-tool=full]").click();
    assertThat(visit.at("dialog figure[data-plot=loss]")).isVisible();
    assertThat(visit.page).hasURL(Pattern.compile("full=loss"));
    visit.page.keyboard().press("Escape");
    assertThat(visit.at("dialog")).isHidden();
  }
}

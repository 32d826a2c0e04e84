package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** All runs in one table: filtered, sorted, grouped, compared and saved. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class RunsTableTest {
  private static final String ROWS = ".grid tbody tr[data-run]";

  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    for (String run : List.of("qlora/a", "qlora/b", "full/c")) {
      MadeLogs logs = MadeLogs.write(root.resolve(run));
      String rate = run.endsWith("b") ? "0.001" : "0.00001";
      Files.writeString(logs.run.resolve("config.json"), "{\"lr\":" + rate + ",\"seed\":7}");
    }
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeThat(scrape -> scrape.contains("full/c") && scrape.contains("qlora/b"));
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query) {
    Visit visit = visits.open(exporter.url() + "runs" + query);
    assertThat(visit.at(ROWS).first()).isVisible();
    return visit;
  }

  @Test
  void a_row_a_run_with_its_figures_its_settings_and_its_loss() {
    Visit visit = open("?column=loss&column=setting:lr");
    assertThat(visit.at(ROWS)).hasCount(3);
    Locator row = visit.at("tr[data-run='qlora/b']");
    assertThat(row.locator("[data-column='setting:lr']")).hasText("0.001");
    assertThat(visit.at("th[data-sort='setting:lr']")).hasCSS("text-align", "right");
    assertThat(row.locator("[data-column=loss]")).hasText(Pattern.compile("1\\.\\d+"));
    assertThat(row.locator("path")).hasAttribute("d", Pattern.compile("^M0.0 .*L96.0 "));
  }

  @Test
  void filter_order_and_groups_are_in_the_address() {
    Visit visit = open("");
    visit.at("#runs-filter").fill("name~qlora lr>1e-4");
    assertThat(visit.at(ROWS)).hasCount(1);
    assertThat(visit.at(".runs-tools [role=status]")).hasText("1 of 3 runs.");
    visit.at("#runs-filter").fill("colour:red");
    assertThat(visit.at(".runs-tools [role=status]"))
        .hasText("3 of 3 runs. No run has \"colour\".");
    visit.at("#runs-filter").fill("");
    visit.at("th[data-sort=name] button").click();
    assertThat(visit.at(ROWS).first()).hasAttribute("data-run", "full/c");
    assertThat(visit.at("th[data-sort=name]")).hasAttribute("aria-sort", "ascending");
    visit.at("#runs-group").selectOption("folder");
    assertThat(visit.at(".grid .group")).hasCount(2);
    visit.at(".grid .group button").first().click();
    assertThat(visit.at(ROWS)).hasCount(2);

    Visit again = open(visit.page.url().replaceFirst(".*\\?", "?"));
    assertThat(again.at(".grid .group")).hasCount(2);
    assertThat(again.at("th[data-sort=name]")).hasAttribute("aria-sort", "ascending");
  }

  @Test
  void columns_are_chosen_and_kept_for_the_next_visit() {
    Visit visit = open("");
    visit.at(".columns-menu summary").click();
    visit.at(".column-list input[value='setting:seed']").check();
    visit.at(".column-list input[value=speed]").uncheck();
    Visit next = open("");
    assertThat(next.at("th[data-sort='setting:seed']")).isVisible();
    assertThat(next.at("th[data-sort=speed]")).hasCount(0);
  }

  @Test
  void by_keyboard_alone_rows_are_walked_selected_compared_and_opened() {
    Visit visit = open("?sort=name");
    visit.at(ROWS).first().focus();
    visit.page.keyboard().press("Space");
    visit.page.keyboard().press("ArrowDown");
    visit.page.keyboard().press("Space");
    assertThat(visit.at("tr[aria-selected=true]")).hasCount(2);
    visit.at("#runs-compare").focus();
    visit.page.keyboard().press("Enter");
    assertThat(visit.at("#legend li")).hasText(new String[] {"full/c", "qlora/a"});

    Visit other = open("?sort=name");
    other.at(ROWS).first().focus();
    other.page.keyboard().press("End");
    other.page.keyboard().press("Enter");
    assertThat(other.at("#run-name")).hasText("qlora/b");
  }

  @Test
  void what_is_shown_is_saved_as_csv() throws Exception {
    Visit visit = open("?sort=name&filter=qlora&column=setting:lr&column=state");
    Download table = visit.page.waitForDownload(() -> visit.at("#runs-csv").click());
    assertEquals("runs.csv", table.suggestedFilename());
    assertEquals(
        List.of("run,lr,State", "qlora/a,0.00001,training", "qlora/b,0.001,training"),
        Files.readAllLines(table.path()));
  }

  @Test
  void it_is_a_panel_below_a_run_too() {
    Visit visit = visits.open(exporter.url());
    visit.showsStep("loss", MadeLogs.STEPS);
    visit.at("#all-runs summary").first().click();
    assertThat(visit.at(ROWS)).hasCount(3);
    assertThat(visit.at(".runs a[href=runs]")).isVisible();
  }

  @Test
  void a_thousand_runs_are_there_at_once() {
    String runs =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    "{\"run\":\"sweep/%1$04d\",\"name\":null,\"path\":\"\",\"writer\":\"custom\",\"state\":\"training\",\"loss\":%1$d,\"settings\":{\"lr\":\"%1$d\"}}"
                        .formatted(i))
            .collect(Collectors.joining(","));
    Visit visit = visits.blank();
    visit.page.route(
        "**/api/runs",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"version\":\"1\",\"runs\":[" + runs + "]}")));
    visit.page.route("**/api/plots*", Route::abort);
    visits.expect("net::ERR_FAILED");
    visit.page.navigate(exporter.url() + "runs?column=loss&column=setting:lr");
    assertThat(visit.at(".runs-tools [role=status]")).hasText("1000 of 1000 runs.");
    assertTrue(visit.at(ROWS).count() < 60, "only those in sight exist");
    visit.ask(
        "() => { const sort = document.querySelector('th[data-sort=loss] button');"
            + " sort.click(); sort.click();"
            + " document.querySelector('.grid-scroll').scrollTop = 20000; }");
    assertThat(visit.at("tr[data-run='sweep/0499']")).isVisible();
    visit.at("#runs-filter").fill("lr>997");
    assertThat(visit.at(ROWS)).hasCount(2);
  }

  @Test
  void it_fits_a_desk_and_a_phone_and_keeps_nobody_out() throws Exception {
    for (Screen screen : Screen.values()) {
      Visit visit = visits.open(exporter.url() + "runs", screen);
      assertThat(visit.at(ROWS)).hasCount(3);
      ForEverybody.fits(visit);
      ForEverybody.hasNoBarriers(visit);
    }
  }
}

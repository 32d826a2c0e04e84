package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.demo.DemoRuns;

/** What a viewer meets before the page is whole. */
@Timeout(120)
final class FirstSecondTest {
  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private static Path root;
  private static RunningExporter exporter;

  @BeforeAll
  static void start() throws Exception {
    try (DemoRuns runs = new DemoRuns(root, InstantSource.system(), 1)) {
      runs.advance();
    }
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "demo"));
    exporter.scrapeWith("training_gpus{");
  }

  @AfterAll
  static void stop() {
    exporter.close();
  }

  @Test
  void a_key_that_is_pressed_before_there_are_shortcuts_is_not_lost() {
    Visit visit = visits.blank();
    AtomicReference<Route> later = new AtomicReference<>();
    visit.page.route("**/later/main.js", later::set);
    visit.page.navigate(exporter.url());
    visit.page.waitForCondition(() -> later.get() != null);
    visit.page.keyboard().press("c");
    visit.page.keyboard().press("?");
    later.get().resume();
    assertThat(visit.at("#shortcuts")).isVisible();
    assertThat(visit.page).hasURL(Pattern.compile("clip=true"));
  }

  @ParameterizedTest
  @CsvSource({"'', main.js", "'', uplot.min.js", "runs, main.js"})
  void a_script_that_cannot_be_loaded_is_said_with_a_way_to_try_again(String path, String file) {
    visits.expect(""); // what fails without it is not the matter
    Visit visit = visits.blank();
    visit.page.route("**/" + file, Route::abort, new Page.RouteOptions().setTimes(1));
    visit.page.navigate(exporter.url() + path);
    assertThat(visit.at("#script-lost")).hasText("A part of this page could not be loaded.Reload");
    visit.at("#script-lost a").click();
    assertThat(visit.at(path.isEmpty() ? "#plots [data-drawn]" : "tr[data-run]").first())
        .isAttached();
    assertThat(visit.at("#script-lost")).hasCount(0);
  }
}

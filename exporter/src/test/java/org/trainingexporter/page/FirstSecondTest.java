package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.time.InstantSource;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.demo.DemoRuns;
import org.trainingexporter.page.Chromium.Screen;

/** What a viewer meets before the page is whole. */
@Timeout(240)
final class FirstSecondTest {
  /** A head whose texts take a line less on a phone is lower by so many pixels. */
  private static final int MOST_JUMP = 15;

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private static Path root;
  private static RunningExporter exporter;

  @BeforeAll
  static void start() throws Exception {
    try (DemoRuns runs = new DemoRuns(root, InstantSource.system(), 1)) {
      runs.advance();
    }
    exporter = RunningExporter.watchWithGpus(root);
  }

  @AfterAll
  static void stop() {
    exporter.close();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void nothing_below_the_head_jumps_when_its_content_comes(Screen screen) {
    Visit visit = visits.blank(screen);
    AtomicReference<Route> scripts = new AtomicReference<>();
    visit.page.route("**/js/main.js", scripts::set);
    visit.page.navigate(exporter.url(), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    assertThat(visit.at("#empty")).isVisible();
    visit.page.waitForCondition(() -> scripts.get() != null);
    double before = visit.at("#frame").boundingBox().y;
    scripts.get().resume();
    visit.isWhole();
    assertEquals(before, visit.at("#frame").boundingBox().y, MOST_JUMP);
  }

  @ParameterizedTest
  @ValueSource(ints = {768, 900, 1100, 1440})
  void nothing_jumps_when_the_tools_come(int width) {
    Visit visit = visits.blank();
    visit.page.setViewportSize(width, 900);
    AtomicReference<Route> later = new AtomicReference<>();
    visit.page.route("**/later/main.js", later::set);
    visit.page.navigate(exporter.url());
    visit.page.waitForCondition(() -> later.get() != null);
    // The tools come without it if it takes long; once it is there, the head has its texts.
    assertThat(visit.at("[data-plot][data-drawn]").first()).isAttached();
    double before = visit.at("#frame").boundingBox().y;
    later.get().resume();
    visit.isWhole();
    visit.isStreaming();
    assertEquals(before, visit.at("#frame").boundingBox().y);
  }

  /** Whatever else happens meanwhile: the figures come just before. */
  @Test
  void the_first_plot_is_on_the_screen_before_the_others_are_made() {
    Visit visit = visits.blank();
    visit.page.addInitScript(
        """
        new MutationObserver((_, observer) => {
          if (!document.querySelector("[data-plot][data-drawn]")) return;
          observer.disconnect();
          const count = () => document.querySelectorAll("[data-plot]").length;
          requestAnimationFrame(() => {
            globalThis.inItsFrame = count();
          });
        }).observe(document, { subtree: true, attributes: true, childList: true });
        """);
    for (int i = 0; i < 5; i++) {
      visit.page.navigate(exporter.url());
      visit.isWhole();
      assertEquals(1, visit.page.evaluate("() => globalThis.inItsFrame"));
    }
  }

  @Test
  void the_foot_comes_late_and_keys_that_are_pressed_before_are_not_lost() {
    Visit visit = visits.blank();
    AtomicReference<Route> later = new AtomicReference<>();
    visit.page.route("**/later/main.js", later::set);
    visit.page.navigate(exporter.url());
    visit.page.waitForCondition(() -> later.get() != null);
    assertThat(visit.at("#foot")).isEmpty();
    visit.page.keyboard().press("c");
    visit.page.keyboard().press("?");
    later.get().resume();
    assertThat(visit.at("#shortcuts")).isVisible();
    assertThat(visit.page).hasURL(Pattern.compile("clip=true"));
    assertThat(visit.at("#foot")).containsText("Training Exporter");
  }

  @ParameterizedTest
  @CsvSource({"'', main.js", "'', uplot.min.js", "runs, main.js"})
  void a_script_that_cannot_be_loaded_is_said_with_a_way_to_try_again(String path, String file) {
    visits.allow(""); // what fails without it is not the matter
    Visit visit = visits.blank();
    visit.page.route("**/" + file, Route::abort, new Page.RouteOptions().setTimes(1));
    visit.page.navigate(exporter.url() + path);
    assertThat(visit.at("#script-lost")).hasText("A part of this page could not be loaded.Reload");
    visit.at("#script-lost a").click();
    assertThat(visit.at(path.isEmpty() ? "#plots [data-drawn]" : "tr[data-run]").first())
        .isAttached();
    assertThat(visit.at("#script-lost")).hasCount(0);
  }

  @Test
  void where_the_plots_cannot_be_drawn_the_page_says_so() {
    visits.allow(""); // the plots fail one by one
    Visit visit = visits.blank();
    visit.page.route(
        "**/uplot.min.js",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody("throw new Error()")));
    visit.page.navigate(exporter.url());
    assertThat(visit.at("#script-lost")).hasText("This browser cannot draw the plots.Reload");
    assertThat(visit.card("loss", "loss")).hasText(Pattern.compile("\\d.*"));
  }
}

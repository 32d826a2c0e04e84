package org.trainingexporter.trainer.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium, with real trainings; a small server stands for the exporter. */
@Timeout(120)
final class PageTest {
  private static final String EXPORTER =
      "<!doctype html><p>The exporter<script src=framed.js></script>";

  /** Says its height and where a plot is, as the exporter's page does. */
  private static final String FRAMED =
      "parent.postMessage({ height: 3000 }, '*');"
          + "addEventListener('message', ({ data }) =>"
          + " data.find === 'plot-gradient_norm' && parent.postMessage({ top: 2000 }, '*'));";

  /** What a loaded machine may take. */
  private static final double PATIENCE_MILLIS = 60_000;

  private static Playwright playwright;
  private static Browser browser;

  @TempDir Path runs;

  private final List<String> complaints = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> shown = new ConcurrentLinkedQueue<>();
  private HttpServer exporter;
  private RunningTrainer trainer;
  private Page page;

  @BeforeAll
  static void launch() {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Path chromium =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(path -> Stream.of(Path.of(path, "chromium"), Path.of(path, "google-chrome")))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new AssertionError("chromium is missing: apt-get install chromium"));
    List<String> flags = List.of("--no-sandbox", "--disable-gpu");
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(flags));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterAll
  static void quit() {
    browser.close();
    playwright.close();
  }

  @BeforeEach
  void open() throws Exception {
    exporter = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    exporter.createContext(
        "/",
        asked -> {
          shown.add(asked.getRequestURI().toString());
          boolean isScript = asked.getRequestURI().getPath().equals("/framed.js");
          byte[] body = (isScript ? FRAMED : EXPORTER).getBytes(StandardCharsets.UTF_8);
          asked
              .getResponseHeaders()
              .add("Content-Type", isScript ? "text/javascript" : "text/html");
          asked.sendResponseHeaders(200, body.length);
          asked.getResponseBody().write(body);
          asked.close();
        });
    exporter.start();
    URI address = URI.create("http://localhost:" + exporter.getAddress().getPort() + "/");
    trainer = new RunningTrainer(runs, address);
    Browser.NewPageOptions dark = new Browser.NewPageOptions().setColorScheme(ColorScheme.DARK);
    page = browser.newPage(dark.setViewportSize(400, 800));
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.location().contains("/api/start")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.navigate(trainer.address());
  }

  @AfterEach
  void close() {
    page.close();
    trainer.close();
    exporter.stop(0);
    assertEquals(List.of(), complaints);
  }

  @Test
  void three_learning_rates_train_one_after_the_other_and_are_compared() {
    page.getByText("Three learning rates").click();
    assertThat(at("#watch")).containsText("0.001");
    at("#field-epochs").fill("2");
    at("#field-hidden").fill("8, 8");
    page.getByText("Start 3 runs").click();

    Locator finished = at("#run-table tbody tr:has([data-state=finished])");
    assertThat(finished).hasCount(3);
    assertThat(at("#now-title")).hasText("spiral-mlp-3-learning-rate-0.1Finished");
    assertThat(at("#progress")).hasAttribute("value", "1");
    assertThat(at("#position")).hasText("Epoch 2 of 2 · step 50 of 50");
    assertThat(at("#plane")).isVisible();
    assertThat(at("#moment-name")).hasText("2");
    assertThat(at("#start")).isEnabled();
    assertThat(at("#stop")).isDisabled();

    at("button[data-does^=compare]").click();
    String all =
        "run=spiral-mlp-1-learning-rate-0.001&run=spiral-mlp-2-learning-rate-0.01"
            + "&run=spiral-mlp-3-learning-rate-0.1";
    assertTrue(at("#exporter").getAttribute("src").endsWith("/?" + all));
    assertThat(page.frameLocator("#exporter").locator("p")).hasText("The exporter");
    page.waitForCondition(() -> shown.contains("/?" + all)); // the frame had the same text before
    assertEquals(400, page.evaluate("document.documentElement.scrollWidth"));

    at("button[data-does='reuse spiral-mlp-1-learning-rate-0.001']").click();
    assertThat(at("#field-learning_rate")).hasValue("0.001");
    assertThat(at("#start")).hasText("Start");
  }

  @Test
  void a_wrong_value_is_rejected_beside_its_field_and_nothing_starts() {
    at("#field-epochs").fill("<img src=x>");
    at("#field-epochs").press("Enter");
    assertThat(at("#field-epochs-trouble"))
        .hasText("\"<img src=x>\" is not a whole number from 1 to 100000");
    assertThat(at("#field-epochs")).isFocused();
    assertThat(at("#field-epochs")).hasAttribute("aria-invalid", "true");
    assertEquals(0, at("img").count());
    assertThat(at("#trouble")).isHidden();
    assertFalse(trainer.sessions.busy());
    assertThat(at("#runs")).isHidden();

    at("#field-epochs").fill("5");
    assertThat(at("#field-epochs-trouble")).isHidden();
    at("#field-learning_rate").fill("1,2,3,4,5,6,7,8,9,10,11");
    at("#start").click();
    assertThat(at("#trouble")).hasText("settings: 11 runs is not 1 to 10 runs");
    assertFalse(trainer.sessions.busy());
  }

  @Test
  void no_hidden_layers_are_an_empty_list() {
    String read = "import('./fields.js').then(it => it.valuesOf({ isList: true }, '%s')[0])";
    assertEquals(List.of(), page.evaluate(read.formatted(" ")));
    assertEquals(List.of(8, "x"), page.evaluate(read.formatted("8, x")));
  }

  @Test
  void a_trainer_that_is_gone_may_have_ended_its_training() {
    assertThat(at("#start")).isEnabled();
    page.route("**/api/**", route -> route.abort());
    assertThat(at("#connection")).containsText("A running training may have ended.");
    assertThat(at("#start")).isDisabled();
    page.unrouteAll();
    assertThat(at("#connection")).isHidden();
    assertThat(at("#start")).isEnabled();
    complaints.removeIf(it -> it.contains("net::ERR_FAILED"));
  }

  @Test
  void the_run_s_view_is_as_high_as_it_is_long_and_a_symptom_leads_to_its_plot() {
    at("#field-epochs").fill("2");
    at("#field-hidden").fill("8");
    at("#start").click();
    assertThat(at("#run-table tbody tr:has([data-state=finished])")).hasCount(1);
    assertThat(at("#exporter")).hasCSS("height", "3000px");
    assertThat(at("#losses polyline")).hasCount(2);
    assertThat(at(".run-settings")).hasText("spiral · mlp · hidden layers 8 · epochs 2");
    at("button[data-plot='plot-gradient_norm']").click();
    while (Math.abs(at("#exporter").boundingBox().y + 2000 - 12) > 2) {
      Thread.onSpinWait(); // it scrolls smoothly
    }
  }

  @Test
  void start_is_beside_the_experiment_on_the_first_screen() {
    for (int[] size : new int[][] {{390, 844}, {1440, 900}}) {
      page.setViewportSize(size[0], size[1]);
      BoundingBox start = at("#start").boundingBox();
      assertTrue(start.y + start.height < size[1], size[0] + ": " + start.y);
    }
  }

  private Locator at(String selector) {
    return page.locator(selector);
  }
}

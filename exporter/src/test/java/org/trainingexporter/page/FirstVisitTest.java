package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.demo.DemoRuns;

/** What a browser that has nothing of the page yet loads of it. */
@Timeout(240)
final class FirstVisitTest {
  private static final int MOST_REQUESTS = 25;
  private static final int MOST_BYTES = 200_000;

  @RegisterExtension private final Visits visits = new Visits();
  @TempDir private static Path root;
  private static RunningExporter exporter;

  /** The bytes of each request as they went over the wire, heads included. */
  private final Map<String, Integer> bytes = new ConcurrentHashMap<>();

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /** Of the demo's runs: hours of trainings that log nearly everything. */
  @BeforeAll
  static void start() throws Exception {
    Instant now = Instant.now();
    AtomicReference<Instant> clock = new AtomicReference<>(now.minusSeconds(7200));
    try (DemoRuns runs = new DemoRuns(root, clock::get, 1)) {
      runs.advance();
      clock.set(now);
      runs.advance();
    }
    exporter = RunningExporter.watchWithGpus(root);
  }

  @AfterAll
  static void stop() {
    exporter.close();
  }

  /** Opens a page as if it were the first time, and counts. */
  private Visit open(String path) {
    Visit visit = visits.blank();
    CDPSession session = visit.page.context().newCDPSession(visit.page);
    session.send("Network.enable");
    JsonObject off = new JsonObject();
    off.addProperty("cacheDisabled", true);
    session.send("Network.setCacheDisabled", off);
    session.on("Network.requestWillBeSent", this::begun);
    session.on("Network.loadingFinished", this::ended);
    visit.page.navigate(exporter.url() + path);
    return visit;
  }

  private void begun(JsonObject event) {
    String id = event.get("requestId").getAsString();
    String address = event.getAsJsonObject("request").get("url").getAsString();
    if (address.startsWith("http")) {
      addresses.put(id, address);
      bytes.putIfAbsent(id, 0);
    }
  }

  private void ended(JsonObject event) {
    String id = event.get("requestId").getAsString();
    bytes.computeIfPresent(id, (key, none) -> event.get("encodedDataLength").getAsInt());
  }

  private void isWithinTheBudget() {
    Map<String, Integer> loaded = new TreeMap<>();
    addresses.forEach((id, address) -> loaded.merge(address, bytes.get(id), Integer::sum));
    int sum = bytes.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(bytes.size() <= MOST_REQUESTS, bytes.size() + " requests: " + loaded);
    assertTrue(sum > 20_000 && sum <= MOST_BYTES, sum + " bytes: " + loaded);
  }

  /** The newest run, and a whole one of 12,000 records. */
  @ParameterizedTest
  @ValueSource(strings = {"", "?run=moe-qlora-01"})
  void a_run_is_loaded_with_few_requests_and_little_data(String query) {
    Visit visit = open(query);
    visit.isDrawn("loss");
    assertThat(visit.at("#checkpoints tbody tr").first()).isVisible();
    assertThat(visit.at(".timeline li").first()).isVisible();
    assertThat(visit.at(".gpu").first()).isVisible();
    assertThat(visit.at("#experts tr[data-layer]").first()).isAttached();
    visit.isStreaming();
    isWithinTheBudget();
    for (String name : List.of("runs", "stats", "plots")) {
      long asked = addresses.values().stream().filter(it -> it.contains("/api/" + name)).count();
      assertEquals(1, asked, name + " " + addresses.values());
    }
  }

  /** The head of the page asks for as many points as its modules want, by the width. */
  @ParameterizedTest
  @ValueSource(ints = {390, 1000, 1440, 1920})
  void what_the_head_has_asked_for_is_asked_for_once(int width) {
    Visit visit = visits.blank();
    visit.page.setViewportSize(width, 900);
    List<String> asked = new CopyOnWriteArrayList<>();
    visit.page.onRequest(request -> asked.add(request.url()));
    visit.page.navigate(exporter.url() + "?run=moe-qlora-01");
    visit.isDrawn("loss");
    visit.isDrawn("learning_rate");
    assertEquals(1, asked.stream().filter(it -> it.contains("/api/plots")).count(), "" + asked);
    assertEquals(1, asked.stream().filter(it -> it.contains("/api/stats")).count(), "" + asked);
  }

  /** The script in the head of the page runs under its policy, before any other. */
  @Test
  void the_theme_is_there_before_the_scripts() {
    visits.expect("net::ERR_FAILED");
    Visit visit = visits.blank();
    visit.page.route("**/main.js", Route::abort);
    visit.page.navigate(exporter.url());
    assertThat(visit.at("html")).hasAttribute("data-theme", "light");
  }

  @Test
  void the_head_asks_for_figures_curves_and_runs_without_any_module() {
    visits.expect("net::ERR_FAILED");
    Visit visit = visits.blank();
    visit.page.route("**/main.js", Route::abort);
    Set<String> asked = ConcurrentHashMap.newKeySet();
    visit.page.onRequest(request -> asked.add(request.url().replaceFirst(".*/api/", "")));
    visit.page.navigate(exporter.url() + "?run=moe-qlora-01");
    visit.page.waitForCondition(
        () ->
            asked.containsAll(
                Set.of("stats?run=moe-qlora-01", "plots?run=moe-qlora-01&points=500", "runs")));
  }

  /** As a server in front, or the web configuration, may add one. */
  @Test
  void theme_and_styles_come_as_files_where_a_policy_forbids_them_in_the_page() {
    visits.expect("violates the following Content Security Policy directive");
    Visit visit = visits.blank();
    visit.page.route(
        exporter.url(),
        route -> {
          APIResponse page = route.fetch();
          Map<String, String> headers = new TreeMap<>(page.headers());
          headers.merge(
              "content-security-policy",
              "script-src 'self'; style-src 'self'",
              (own, other) -> own + ", " + other);
          route.fulfill(new Route.FulfillOptions().setResponse(page).setHeaders(headers));
        });
    List<String> asked = new CopyOnWriteArrayList<>();
    visit.page.onRequest(request -> asked.add(request.url()));
    visit.page.navigate(exporter.url());
    visit.isWhole();
    assertEquals(1, asked.stream().filter(it -> it.contains("/api/plots")).count(), "" + asked);
    assertEquals(true, visit.page.evaluate("() => document.querySelector('style').sheet === null"));
    assertThat(visit.at("html")).hasAttribute("data-theme", "light");
    assertThat(visit.at(".card-grid").first()).hasCSS("display", "grid");
    visit.isDrawn("loss");
  }

  @Test
  void what_need_not_be_there_at_first_comes_later_where_it_fails_at_first() {
    visits.expect("net::ERR_FAILED");
    Visit visit = visits.blank();
    AtomicInteger asked = new AtomicInteger();
    visit.page.route(
        "**/later/main.js*",
        route -> {
          if (asked.incrementAndGet() <= 2) {
            route.abort();
          } else {
            route.resume();
          }
        });
    visit.page.navigate(exporter.url());
    assertThat(visit.at("#script-lost")).isVisible();
    visit.isWhole();
    assertEquals(3, asked.get());
  }

  @Test
  void so_is_the_table_of_all_runs() {
    Visit visit = open("runs");
    assertThat(visit.at("tr[data-run]").first()).isVisible();
    isWithinTheBudget();
  }
}

package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** What the browser keeps for its viewer, keys, help and notifications. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class NotesTest {
  private static final String FAKE_NOTIFICATIONS =
      """
      window.sent = [];
      window.Notification = class {
        static permission = "default";
        static async requestPermission() { return (window.Notification.permission = "granted"); }
        constructor(title, { body }) { window.sent.push(title + ": " + body); }
      };
      """;

  @RegisterExtension private final Visits visits = new Visits();
  private RunningExporter exporter;
  private MadeLogs logs;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    MadeLogs.write(root.resolve("b"));
    logs = MadeLogs.write(root.resolve("a"));
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeThat(scrape -> scrape.contains("run=\"a\"") && scrape.contains("run=\"b\""));
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query) {
    Visit visit = visits.open(exporter.url() + query);
    visit.showsStep("loss", MadeLogs.STEPS);
    return visit;
  }

  @Test
  void a_note_and_tags_are_there_at_the_next_visit_and_are_searched() {
    Visit visit = open("?run=b");
    visit.at("#edit-note").click();
    visit.at("#note").fill("bad <b>data</b>");
    visit.at("#tags").fill("baseline, to publish");
    visit.at("#notes [type=submit]").click();
    assertThat(visit.at(".note-text")).hasText("bad <b>data</b>");
    assertThat(visit.at("#notes .tags li")).hasText(new String[] {"baseline", "to publish"});

    Visit next = open("?run=a");
    assertThat(next.at(".note-text")).isHidden();
    assertThat(next.at("li[data-run=b] .tags span").first()).hasText("baseline");
    next.at("#run-search").fill("publish");
    assertThat(next.at(".run-list li")).hasCount(1);

    Visit table = visits.open(exporter.url() + "runs?filter=tag~baseline&column=tag");
    assertThat(table.at(".grid tbody tr[data-run]")).hasCount(1);
    assertThat(table.at("[data-column=tag]")).hasText("baseline, to publish");
  }

  @Test
  void pinned_plots_come_first_at_the_next_visit_too() {
    Visit visit = open("?run=b");
    assertThat(visit.at("#plot-grid figure").first()).hasAttribute("data-plot", "loss");
    visit.plot("gradient_norm").locator("[data-tool=pin]").click();
    assertThat(visit.at("#plot-grid figure").first()).hasAttribute("data-plot", "gradient_norm");
    Visit next = open("?run=b");
    assertThat(next.at("#plot-grid figure").first()).hasAttribute("data-plot", "gradient_norm");
    next.plot("gradient_norm").locator("[data-tool=pin]").click();
    assertThat(next.at("#plot-grid figure").first()).hasAttribute("data-plot", "loss");
  }

  @Test
  void keys_do_what_the_overlay_lists() throws Exception {
    Visit visit = open("?run=b");
    visit.isWhole();
    visit.page.keyboard().press("?");
    assertThat(visit.at("#shortcuts dt")).hasCount(21);
    ForEverybody.hasNoBarriers(visit);
    visit.page.keyboard().press("c");
    visit.page.keyboard().press("Escape");
    assertThat(visit.at("#shortcuts")).isHidden();
    assertThat(visit.at("#clip")).hasAttribute("aria-pressed", "false");

    visit.page.keyboard().press("c");
    visit.page.keyboard().press("]");
    visit.page.keyboard().press("x");
    assertThat(visit.page).hasURL(Pattern.compile("x=epoch&smooth=0.1&clip=true"));
    visit.page.keyboard().press("t");
    assertThat(visit.at("#theme")).hasAttribute("data-choice", "light");
    visit.page.keyboard().press("/");
    visit.page.keyboard().type("ccc");
    assertThat(visit.at("#run-search")).hasValue("ccc");
    assertThat(visit.at("#clip")).hasAttribute("aria-pressed", "true");
    visit.at("#run-search").fill("");
    visit.at("#run-search").blur();
    String other = visit.at("li[data-run=a] ~ li[data-run=b]").count() == 1 ? "k" : "j";
    visit.page.keyboard().press(other);
    assertThat(visit.at("#run-name")).hasText("a");
    visit.page.keyboard().press("w");
    assertThat(visit.page).hasURL(Pattern.compile("/runs$"));
  }

  @Test
  void cards_and_plots_say_what_they_are_by_click_and_by_keyboard() {
    Visit visit = open("?run=b");
    visit.at("[data-card=loss] .help").click();
    assertThat(visit.at("[data-card=loss] .help-text")).containsText("it should fall");
    visit.at("[data-card=loss] .help").press("Escape");
    assertThat(visit.at("[data-card=loss] .help-text")).isHidden();
    visit.plot("validation_loss").locator(".help").press("Enter");
    assertThat(visit.plot("validation_loss").locator(".help-text")).containsText("overfits");
    Object without =
        visit.ask(
            "() => [...document.querySelectorAll('.card, #plots figure')]"
                + ".filter((one) => !one.querySelector('.help')).length");
    assertEquals(0, without);
  }

  @Test
  void a_run_that_was_chosen_notifies_of_an_error_and_a_new_best() throws Exception {
    Visit visit = visits.blank();
    visit.page.addInitScript(FAKE_NOTIFICATIONS);
    visit.page.navigate(exporter.url() + "?run=a");
    assertThat(visit.at("#alerts")).hasAttribute("aria-pressed", "false");
    visit.showsStep("loss", MadeLogs.STEPS);
    List<String> asked = new CopyOnWriteArrayList<>();
    visit.page.onRequest(request -> asked.add(request.url()));
    visit.at("#alerts").click();
    assertThat(visit.at("#alerts")).hasAttribute("aria-pressed", "true");
    assertEquals(List.of(), visit.ask("() => window.sent"));
    Files.writeString(logs.validation, logs.evaluation(239, 1.25), StandardOpenOption.APPEND);
    visit.page.waitForFunction("() => window.sent.length > 0");
    assertEquals(List.of("a: New best validation loss: 1.25"), visit.ask("() => window.sent"));
    assertTrue(asked.stream().noneMatch(url -> url.contains("/api/stats")), asked::toString);

    visit.at("#alerts").click();
    assertThat(visit.at("#alerts")).hasAttribute("aria-pressed", "false");
  }

  @Test
  void the_switch_follows_what_the_browser_allows() {
    Visit visit = open("?run=b");
    CDPSession browser = visit.page.context().newCDPSession(visit.page);
    Locator bell = visit.at("#alerts");
    allows("granted", browser);
    bell.click();
    assertThat(bell).hasAttribute("aria-pressed", "true");

    allows("denied", browser);
    assertThat(bell).hasAttribute("aria-pressed", "false");
    assertThat(bell).hasAttribute("aria-disabled", "true");
    assertThat(bell).hasAttribute("title", "The browser's settings forbid this page to notify");
    allows("prompt", browser);
    assertThat(bell).hasAttribute("aria-pressed", "false");
    assertThat(bell).hasAttribute("title", Pattern.compile("off until the browser is asked"));

    allows("granted", browser);
    assertThat(bell).hasAttribute("aria-pressed", "true");
    allows("denied", browser);
    assertThat(visit.at("#announcer")).hasText("The browser's settings forbid this page to notify");
    allows("granted", browser);
    assertThat(bell).hasAttribute("aria-pressed", "true");
    bell.click();
    assertThat(bell).hasAttribute("aria-pressed", "false");
    visit.page.context().clearPermissions();
  }

  /** Sets in the browser's settings whether the page may notify. */
  private void allows(String setting, CDPSession browser) {
    JsonObject info = browser.send("Target.getTargetInfo").getAsJsonObject("targetInfo");
    JsonObject name = new JsonObject();
    name.addProperty("name", "notifications");
    JsonObject permission = new JsonObject();
    permission.add("permission", name);
    permission.addProperty("setting", setting);
    permission.addProperty("origin", exporter.url().replaceFirst("/$", ""));
    permission.add("browserContextId", info.get("browserContextId"));
    browser.send("Browser.setPermission", permission);
  }

  @Test
  void where_a_browser_may_not_notify_the_switch_says_so() {
    Visit visit = visits.blank();
    visit.page.addInitScript("Object.defineProperty(window, 'isSecureContext', { value: false });");
    visit.page.navigate(exporter.url() + "?run=b");
    assertThat(visit.at("#alerts")).hasAttribute("aria-disabled", "true");
    visit.at("#alerts").press("Enter");
    assertThat(visit.at("#announcer")).hasText("Browsers notify over https and on localhost only");
  }

  @Test
  void the_page_can_be_installed() throws Exception {
    Visit visit = open("?run=b");
    String manifest = visit.at("link[rel=manifest]").evaluate("(link) => link.href").toString();
    Object scope =
        visit.ask(
            "async () => { const answer = await fetch('"
                + manifest
                + "');"
                + " const { start_url, icons } = await answer.json();"
                + " return [answer.headers.get('content-type'), new URL(start_url, answer.url).href,"
                + " (await fetch(new URL(icons[0].src, answer.url))).status]; }");
    assertEquals(List.of("application/manifest+json", exporter.url(), 200), scope);
  }

  @Test
  void a_phone_has_all_of_it() throws Exception {
    Visit visit = visits.open(exporter.url() + "?run=b", Screen.PHONE);
    visit.showsStep("loss", MadeLogs.STEPS);
    visit.at("#edit-note").click();
    visit.at("[data-card=loss] .help").click();
    ForEverybody.fits(visit);
    visit.isWhole();
    visit.at("#keys").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    visit.page.keyboard().press("?");
    assertThat(visit.at("#shortcuts")).isVisible();
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }
}

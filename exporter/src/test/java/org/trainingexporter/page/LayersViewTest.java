package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.page.LayersSection.panel;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainingexporter.page.Chromium.Screen;

/** The section of layers in use: what a viewer plays and chooses, where it fits, how it grows. */
@Timeout(240)
@TestInstance(Lifecycle.PER_CLASS)
final class LayersViewTest {
  @RegisterExtension private final Visits visits = new Visits();
  @AutoClose private LayersSection section;
  private Path root;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    root = temp;
    for (String run : List.of("spiral", "growing", "long", "held")) {
      LayersSection.write(root.resolve(run));
    }
    MadeLogs.write(root.resolve("plain"));
    section = LayersSection.of(visits, root, "spiral", "growing", "long", "held", "plain");
  }

  @Test
  void play_shows_one_frame_after_the_other_and_ends_at_the_newest() {
    Visit visit = section.open("?run=spiral");
    Locator frame = panel(visit, "distribution");
    assertThat(frame).hasAttribute("data-frame", "4");
    visit.ask(
        """
        () => {
          window.played = [];
          window.said = [];
          const frame = document.querySelector("[data-panel=distribution]");
          const button = document.getElementById("play");
          const note = () => played.at(-1) === frame.dataset.frame || played.push(frame.dataset.frame);
          new MutationObserver(note).observe(frame, { attributeFilter: ["data-frame"] });
          new MutationObserver(() => said.push(button.textContent)).observe(button, { childList: true });
        }
        """);
    visit.at("#play").click();
    visit.page.waitForCondition(() -> visit.ask("() => said.length > 1").equals(true));
    assertThat(visit.at("#play")).hasText("Play");
    assertThat(frame).hasAttribute("data-frame", "4");
    assertEquals(List.of("0", "1", "2", "3", "4"), visit.ask("() => played"));
    assertEquals(List.of("Pause", "Play"), visit.ask("() => said"));
  }

  @Test
  void a_layer_and_a_tensor_are_chosen_and_kept_in_the_address() {
    Visit visit = section.open("?run=spiral");
    assertThat(visit.at("#layer")).hasValue("fc1");
    visit.at(".node[data-node=fc2]").click();
    visit.at("#layer-tools").getByText("Gradients").click();
    assertThat(visit.at("#layer")).hasValue("fc2");
    assertThat(panel(visit, "distribution").locator("h3")).hasText("Gradients of fc2");
    assertThat(visit.page).hasURL(Pattern.compile("\\?run=spiral&layer=fc2&tensor=gradient$"));

    Visit again = section.open("?run=spiral&layer=fc2&tensor=gradient");
    assertThat(panel(again, "distribution").locator("h3")).hasText("Gradients of fc2");
    assertThat(again.at("#layer-table tr[aria-current]")).hasAttribute("data-layer", "fc2");
  }

  @Test
  void a_record_in_the_log_is_on_the_screen() throws Exception {
    Visit visit = section.open("?run=growing");
    visit.isStreaming();
    assertThat(panel(visit, "distribution")).hasAttribute("data-step", "100");
    LayersSection.appendTo(root.resolve("growing"), 125, 3);

    assertThat(visit.at("#layers .facts").first()).containsText("step 125");
    assertThat(panel(visit, "distribution")).hasAttribute("data-step", "125");
    assertThat(panel(visit, "distribution")).hasAttribute("data-frames", "6");
  }

  @Test
  void the_step_looked_at_stays_when_frames_are_let_go() throws Exception {
    Visit visit = section.open("?run=long");
    visit.isStreaming();
    for (int step = 101; step <= 155; step++) {
      LayersSection.appendTo(root.resolve("long"), step, 3);
    }
    Locator frame = panel(visit, "distribution");
    assertThat(frame).hasAttribute("data-frames", "60");
    visit.at("#film").fill("50");
    assertThat(frame).hasAttribute("data-step", "146");
    LayersSection.appendTo(root.resolve("long"), 156, 42.5);

    assertThat(frame).hasAttribute("data-frames", "31");
    assertThat(frame).hasAttribute("data-step", "146");
    assertThat(visit.at("#film")).hasValue("25");
    assertThat(visit.at("#layer-table tr[data-layer=fc1] [data-value=norm]"))
        .hasAttribute("data-raw", "42.5");
  }

  @Test
  void what_has_the_focus_keeps_it_when_records_come() throws Exception {
    Visit visit = section.open("?run=held");
    visit.isStreaming();
    Locator chip = visit.at(".layer-key .chip").last();
    Locator option = panel(visit, "layer-curves").locator("option").first();
    chip.focus();
    option.evaluate("option => (option.seen = true)");
    LayersSection.appendTo(root.resolve("held"), 125, 3);

    assertThat(panel(visit, "distribution")).hasAttribute("data-frames", "6");
    assertThat(chip).isFocused();
    assertEquals(true, option.evaluate("option => option.seen"));
  }

  @Test
  void a_run_without_layers_has_no_such_section() {
    Visit visit = section.openWithout("?run=plain");
    visit.showsStep("loss", MadeLogs.STEPS);
    assertThat(visit.at("#layers")).isHidden();
  }

  @ParameterizedTest
  @EnumSource
  void it_fits_every_screen_and_can_be_read_by_everybody(Screen screen) throws IOException {
    Visit visit = section.open("?run=spiral", screen);
    for (String id : List.of("layer-curves", "distribution", "evolution", "epoch-loss")) {
      panel(visit, id).scrollIntoViewIfNeeded();
      assertThat(panel(visit, id)).hasAttribute("data-drawn", "");
    }
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }

  @Test
  void a_model_that_runs_in_circles_is_drawn_all_the_same() {
    Visit visit = section.openWithout("?run=plain");
    Object places =
        visit.ask(
            """
            async () => {
              const { networkLayout } = await import("./assets/js/layers/network-layout.js");
              const nodes = ["a", "b", "c"].map((id) => ({ id }));
              const edges = [["a", "b"], ["b", "c"], ["c", "b"], ["x", "a"]].map(([source, target]) => ({ source, target }));
              const { places, paths } = networkLayout({ nodes, edges }, 800);
              return [...places.keys()].concat(paths.length);
            }
            """);
    assertEquals(List.of("a", "b", "c", 3), places);
  }
}

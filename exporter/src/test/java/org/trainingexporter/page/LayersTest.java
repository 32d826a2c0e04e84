package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** The section of layers shows what the PyTorch hook's log holds, by a reading that is not ours. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class LayersTest {
  private static final Path LOGS = Path.of("src/test/resources/golden/custom/pytorch-layers/input");
  private static final String MARKUP = "<img src=x onerror=alert(1)>/\\\"a.b\\\"";

  @RegisterExtension private final Visits visits = new Visits();
  private Path root;
  private RunningExporter exporter;
  private List<JsonNode> records;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    root = temp;
    for (String run : List.of("spiral", "growing")) {
      Files.createDirectories(root.resolve(run));
      for (String log : List.of("layers.jsonl", "train.jsonl")) {
        Files.copy(LOGS.resolve(log), root.resolve(run).resolve(log));
      }
    }
    Files.createDirectories(root.resolve("odd"));
    Files.writeString(
        root.resolve("odd/train.jsonl"),
        """
        {"step":1,"loss":2}
        {"model":{"name":"%1$s","layers":[{"name":"%1$s","kind":"%1$s","inputs":["%1$s in"]}]}}
        {"step":1,"layers":{"%1$s":{"gradient":{"norm":0.5},"activation":{"zero_units":0.5}}}}
        """
            .formatted(MARKUP));
    MadeLogs.write(root.resolve("plain"));
    records =
        LogReading.of(LOGS.resolve("layers.jsonl")).records().stream()
            .filter(record -> record.has("layers"))
            .toList();
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeThat(
        scrape ->
            Stream.of("spiral", "growing", "odd", "plain")
                .allMatch(run -> scrape.contains("training_step{run=\"" + run + "\"")));
  }

  @AfterAll
  void stop() {
    exporter.close();
  }

  private Visit open(String query, Screen screen) {
    Visit visit = visits.open(exporter.url() + query, screen);
    assertThat(visit.at("#layers")).isVisible();
    return visit;
  }

  private Visit open(String query) {
    return open(query, Screen.DESKTOP);
  }

  private JsonNode newest(String layer, String tensor) {
    return records.get(records.size() - 1).path("layers").path(layer).path(tensor);
  }

  private static Locator panel(Visit visit, String id) {
    return visit.at("[data-panel=" + id + "]");
  }

  private static JsonNode attribute(Locator panel, String name) throws IOException {
    assertThat(panel).hasAttribute(name, Pattern.compile(".+"));
    return new JsonMapper().readTree(panel.getAttribute(name));
  }

  private static List<Double> numbers(JsonNode list) {
    return IntStream.range(0, list.size()).mapToObj(i -> list.get(i).doubleValue()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weight", "gradient", "activation"})
  void the_table_has_the_newest_statistics_of_every_layer(String tensor) {
    Visit visit = open("?run=spiral&tensor=" + tensor);
    List<String> layers =
        Stream.of("fc1", "act1", "fc2", "act2", "out")
            .filter(layer -> newest(layer, tensor).isObject())
            .toList();
    assertThat(visit.at("#layer-table tbody tr")).hasCount(layers.size());
    for (String layer : layers) {
      for (String key : List.of("mean", "std", "min", "max", "norm", "near_zero")) {
        Locator cell =
            visit.at("#layer-table tr[data-layer=" + layer + "] [data-value=" + key + "]");
        assertEquals(newest(layer, tensor).get(key).doubleValue(), visit.raw(cell), layer + key);
      }
    }
  }

  @Test
  void the_curves_have_the_norms_of_every_record() throws IOException {
    Visit visit = open("?run=spiral");
    JsonNode norms = attribute(panel(visit, "layer-curves"), "data-lines");
    for (String layer : List.of("fc1", "fc2", "out")) {
      List<Double> logged =
          records.stream()
              .map(it -> it.at("/layers/" + layer + "/gradient/norm").doubleValue())
              .toList();
      assertEquals(logged, numbers(norms.path(layer)), layer);
    }
    assertEquals(3, norms.size());
    panel(visit, "layer-curves").locator("select").selectOption("zero_units");
    assertThat(panel(visit, "layer-curves")).hasAttribute("data-curve", "zero_units");
    assertEquals(
        records.stream()
            .map(it -> it.at("/layers/act2/activation/zero_units").doubleValue())
            .toList(),
        numbers(attribute(panel(visit, "layer-curves"), "data-lines").path("act2")));
    panel(visit, "layer-curves").scrollIntoViewIfNeeded();
    assertThat(panel(visit, "layer-curves")).hasAttribute("data-drawn", "");
  }

  @Test
  void the_slider_goes_through_the_histograms_from_the_newest_to_the_first() throws IOException {
    Visit visit = open("?run=spiral&layer=fc2&tensor=gradient");
    Locator frame = panel(visit, "distribution");
    assertThat(frame).hasAttribute("data-frames", "5");
    for (int i = records.size() - 1; i >= 0; i--) {
      visit.at("#film").fill(String.valueOf(i));
      assertThat(frame).hasAttribute("data-step", records.get(i).get("step").asText());
      JsonNode logged = records.get(i).at("/layers/fc2/gradient/histogram/counts");
      double elements = numbers(logged).stream().mapToDouble(count -> count).sum();
      double shown = numbers(attribute(frame, "data-counts")).stream().mapToDouble(n -> n).sum();
      assertEquals(elements, shown, 1e-6);
    }
    JsonNode first = records.get(0).at("/layers/fc2/gradient/histogram");
    double lower = first.get("lower").doubleValue();
    double upper = first.get("upper").doubleValue();
    List<Double> edges = numbers(attribute(frame, "data-edges"));
    assertEquals(lower - (upper - lower) / 2, edges.get(0), 1e-12);
    assertEquals(upper + (upper - lower) / 2, edges.get(1), 1e-12);
    List<Double> shown = numbers(attribute(frame, "data-counts"));
    for (int bin = 13; bin < 37; bin++) { // each holds two of the logged ones
      double both =
          first.path("counts").get(2 * bin - 25).doubleValue()
              + first.path("counts").get(2 * bin - 24).doubleValue();
      assertEquals(both, shown.get(bin), 1e-9, "bin " + bin);
    }
  }

  @Test
  void play_shows_one_frame_after_the_other_and_ends_at_the_newest() {
    Visit visit = open("?run=spiral");
    Locator frame = panel(visit, "distribution");
    assertThat(frame).hasAttribute("data-frame", "4");
    visit.ask(
        """
        () => {
          window.played = [];
          const frame = document.querySelector("[data-panel=distribution]");
          const note = () => played.at(-1) === frame.dataset.frame || played.push(frame.dataset.frame);
          new MutationObserver(note).observe(frame, { attributeFilter: ["data-frame"] });
        }
        """);
    visit.at("#play").click();
    assertThat(visit.at("#play")).hasText("Pause");
    assertThat(visit.at("#play")).hasText("Play");
    assertThat(frame).hasAttribute("data-frame", "4");
    assertEquals(List.of("0", "1", "2", "3", "4"), visit.ask("() => played"));
  }

  @Test
  void dead_units_stand_beside_the_share_from_which_they_are_a_warning() {
    Visit visit = open("?run=spiral");
    for (String layer : List.of("fc1", "act1", "fc2", "act2", "out")) {
      double share = newest(layer, "activation").get("zero_units").doubleValue();
      Locator row = visit.at("li[data-dead=" + layer + "]");
      assertEquals(share, visit.raw(row.locator(".figure")), layer);
      assertEquals(share > 0.1, row.getAttribute("data-above") != null, layer);
    }
    assertThat(visit.at("#dead .hint")).containsText("2 layers are above");
  }

  @Test
  void the_architecture_names_layers_what_flows_between_them_and_their_gradients() {
    Visit visit = open("?run=spiral");
    assertThat(visit.at("#network h3")).hasText("Architecture of Spiral");
    assertThat(visit.at(".node strong"))
        .hasText(new String[] {"input", "fc1", "act1", "fc2", "act2", "out"});
    assertThat(visit.at("#network path")).hasCount(5);
    Locator node = visit.at(".node[data-node=fc2]");
    assertThat(node).containsText("Linear · 16");
    assertThat(node).containsText("272 parameters");
    double norm = newest("fc2", "gradient").get("norm").doubleValue();
    assertEquals(norm, visit.raw(node.locator(".node-norm")));
    assertThat(visit.at(".node[data-node=act1] .node-norm")).isHidden();
  }

  @Test
  void a_layer_and_a_tensor_are_chosen_and_kept_in_the_address() {
    Visit visit = open("?run=spiral");
    assertThat(visit.at("#layer")).hasValue("fc1");
    visit.at(".node[data-node=fc2]").click();
    visit.at("#layer-tools").getByText("Gradients").click();
    assertThat(visit.at("#layer")).hasValue("fc2");
    assertThat(panel(visit, "distribution").locator("h3")).hasText("Gradients of fc2");
    assertThat(visit.page).hasURL(Pattern.compile("\\?run=spiral&layer=fc2&tensor=gradient$"));

    Visit again = open("?run=spiral&layer=fc2&tensor=gradient");
    assertThat(panel(again, "distribution").locator("h3")).hasText("Gradients of fc2");
    assertThat(again.at("#layer-table tr[aria-current]")).hasAttribute("data-layer", "fc2");
  }

  @Test
  void an_epoch_has_the_mean_of_its_losses() throws IOException {
    Visit visit = open("?run=spiral");
    JsonNode train = attribute(panel(visit, "epoch-loss"), "data-lines").path("train");
    List<JsonNode> logged = LogReading.of(LOGS.resolve("train.jsonl")).records();
    for (int i = 0; i < train.path("x").size(); i++) {
      double epoch = train.path("x").get(i).doubleValue();
      double mean =
          logged.stream()
              .filter(it -> Math.ceil(it.get("epoch").doubleValue()) == epoch)
              .mapToDouble(it -> it.get("loss").doubleValue())
              .average()
              .orElseThrow();
      assertEquals(mean, train.path("y").get(i).doubleValue(), 1e-12);
    }
    assertThat(panel(visit, "epoch-accuracy")).isHidden();
  }

  @Test
  void a_record_in_the_log_is_on_the_screen() throws Exception {
    Visit visit = open("?run=growing");
    assertThat(visit.at("#countdown")).hasText("streaming");
    assertThat(panel(visit, "distribution")).hasAttribute("data-step", "100");
    String line =
        records
            .get(4)
            .toString()
            .replace("\"step\":100", "\"step\":125")
            .replace("1795404405", "1795404410");
    assertTrue(line.contains("\"step\":125"));
    Files.writeString(root.resolve("growing/layers.jsonl"), line + "\n", StandardOpenOption.APPEND);

    assertThat(visit.at("#layers .facts").first()).containsText("step 125");
    assertThat(panel(visit, "distribution")).hasAttribute("data-step", "125");
    assertThat(panel(visit, "distribution")).hasAttribute("data-frames", "6");
  }

  @Test
  void names_of_layers_stay_text() {
    Visit visit = open("?run=odd");
    String name = MARKUP.replace("\\", "");
    assertThat(visit.at("#network h3")).hasText("Architecture of " + name);
    assertThat(visit.at(".node strong").last()).hasText(name);
    assertThat(visit.at("#dead .run-name")).hasText(name);
    assertThat(visit.at("#layer option")).hasText(name);
    visit.at("#layer-tools").getByText("Gradients").click();
    assertThat(visit.at("#layer-table tbody .run-name")).hasText(name);
    assertThat(panel(visit, "layer-curves").locator(".layer-key")).hasText(name);
    panel(visit, "layer-curves").locator(".canvas").hover();
    assertThat(panel(visit, "layer-curves").locator(".tip")).containsText(name);
    assertEquals(0, visit.at("main img").count());
  }

  @Test
  void a_run_without_layers_has_no_such_section() {
    Visit visit = visits.open(exporter.url() + "?run=plain");
    visit.showsStep("loss", MadeLogs.STEPS);
    assertThat(visit.at("#layers")).isHidden();
  }

  @ParameterizedTest
  @EnumSource
  void it_fits_every_screen_and_can_be_read_by_everybody(Screen screen) throws IOException {
    Visit visit = open("?run=spiral", screen);
    for (String id : List.of("layer-curves", "distribution", "evolution", "epoch-loss")) {
      panel(visit, id).scrollIntoViewIfNeeded();
      assertThat(panel(visit, id)).hasAttribute("data-drawn", "");
    }
    ForEverybody.fits(visit);
    ForEverybody.hasNoBarriers(visit);
  }

  @Test
  void a_model_that_runs_in_circles_is_drawn_all_the_same() {
    Visit visit = visits.open(exporter.url() + "?run=plain");
    Object places =
        visit.ask(
            """
            async () => {
              const { networkLayout } = await import("./assets/js/network-layout.js");
              const nodes = ["a", "b", "c"].map((id) => ({ id }));
              const edges = [["a", "b"], ["b", "c"], ["c", "b"], ["x", "a"]].map(([source, target]) => ({ source, target }));
              const { places, paths } = networkLayout({ nodes, edges }, 800);
              return [...places.keys()].concat(paths.length);
            }
            """);
    assertEquals(List.of("a", "b", "c", 3), places);
  }
}

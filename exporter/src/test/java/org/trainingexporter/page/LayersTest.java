package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trainingexporter.page.LayersSection.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The section of layers shows what the PyTorch hook's log holds, by a reading that is not ours. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class LayersTest {
  @RegisterExtension private final Visits visits = new Visits();
  @AutoClose private LayersSection section;
  private List<JsonNode> records;

  @BeforeAll
  void start(@TempDir Path root) throws Exception {
    LayersSection.write(root.resolve("spiral"));
    records = LayersSection.records();
    section = LayersSection.of(visits, root, "spiral");
  }

  private JsonNode newest(String layer, String tensor) {
    return records.get(records.size() - 1).path("layers").path(layer).path(tensor);
  }

  /** What it holds, once that is something: there may be "{}" until the history comes. */
  private static JsonNode attribute(Locator panel, String name) throws IOException {
    assertThat(panel).hasAttribute(name, Pattern.compile("[^{}]"));
    return new JsonMapper().readTree(panel.getAttribute(name));
  }

  private static List<Double> numbers(JsonNode list) {
    return IntStream.range(0, list.size()).mapToObj(i -> list.get(i).doubleValue()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weight", "gradient", "activation"})
  void the_table_has_the_newest_statistics_of_every_layer(String tensor) {
    Visit visit = section.open("?run=spiral&tensor=" + tensor);
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
    Visit visit = section.open("?run=spiral");
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
    Visit visit = section.open("?run=spiral&layer=fc2&tensor=gradient");
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
  void dead_units_stand_beside_the_share_from_which_they_are_a_warning() {
    Visit visit = section.open("?run=spiral");
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
    Visit visit = section.open("?run=spiral");
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
  void an_epoch_has_the_mean_of_its_losses() throws IOException {
    Visit visit = section.open("?run=spiral");
    JsonNode train = attribute(panel(visit, "epoch-loss"), "data-lines").path("train");
    List<JsonNode> logged = LayersSection.training();
    assertTrue(train.path("x").size() > 1, train::toString);
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
}

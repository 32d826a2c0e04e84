package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.gpu.nvml.NvmlStandin;

/**
 * Each figure of Network and Hardware is what a second reading finds in the layer log and in what
 * the driver says, through the real exporter and a real Prometheus.
 */
final class CardFiguresTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/custom/trained-layers");
  private static final Path CARDS = Path.of("src/test/resources/gpu/h100.cards");
  private static final String RUN = "net";

  /** A card that says less than the first. */
  private static final String SECOND =
      """
      card
      name NVIDIA H100 80GB HBM3
      uuid GPU-2
      utilization 3
      memory_utilization 1
      used 1073741824
      total 85899345920
      temperature.0 41
      threshold.1 90
      power 81500
      power_limit 350000
      state 8
      pcie_generation 4
      pcie_width 8
      """;

  @TempDir private static Path directory;
  private static ScrapedLogs scraped;
  private static LayerLog layers;
  private static List<CardText> cards;

  @BeforeAll
  static void observe() throws IOException, InterruptedException {
    Path logs = Files.createDirectories(directory.resolve("logs"));
    Path run = Files.createDirectory(logs.resolve(RUN));
    try (var files = Files.list(GOLDEN.resolve("input"))) {
      for (Path file : files.toList()) {
        Files.copy(file, run.resolve(file.getFileName()));
      }
    }
    String text = Files.readString(CARDS) + SECOND;
    layers = new LayerLog(run.resolve("layers_log.jsonl"));
    cards = CardText.of(text);
    NvmlStandin driver = NvmlStandin.build(directory).with(text);
    Map<String, String> flags =
        Map.of("gpu", "nvml", "gpu.library", driver.library().toString(), "gpu.interval", "1s");
    scraped = new ScrapedLogs(directory, logs, flags);
    scraped.prometheus.await("count_over_time(nvidia_gpu_info{gpu='1'}[10s]) > 2");
    scraped.prometheus.await("training_layer_weight_norm");
  }

  @AfterAll
  static void end() throws IOException {
    if (scraped != null) {
      scraped.close();
    }
  }

  private static PanelFigures of(String uid) {
    return scraped.figures(uid, RUN);
  }

  private static void assertSame(Map<String, Double> expected, Map<String, Double> got) {
    assertEquals(expected.keySet(), got.keySet());
    expected.forEach(
        (key, value) -> {
          boolean known = !value.isNaN();
          double delta = known ? 1e-12 + Math.abs(value) * 1e-9 : 1e-12;
          assertEquals(value, got.get(key), delta, key);
        });
  }

  private static Map<String, Double> each(ToDoubleFunction<CardText> figure) {
    Map<String, Double> all = new TreeMap<>();
    for (int i = 0; i < cards.size(); i++) {
      all.put(Integer.toString(i), figure.applyAsDouble(cards.get(i)));
    }
    return all;
  }

  @Test
  void the_network_has_as_many_layers_and_parameters_as_its_log_says() throws Exception {
    double parameters = layers.parameters().values().stream().mapToDouble(it -> it).sum();
    assertSame(
        Map.of("layers", (double) layers.layers(), "parameters", parameters),
        of("training-network").card("Layers"));
  }

  @Test
  void layers_that_may_be_dead_are_counted() throws Exception {
    Map<String, Double> nearZero = layers.of("weight.near_zero");
    Map<String, Double> spread = layers.of("weight.std");
    double prone =
        nearZero.keySet().stream()
            .filter(it -> nearZero.get(it) > 0.1 || spread.get(it) < 1e-5)
            .count();
    double dead =
        layers.of("activation.zero_units").values().stream().filter(it -> it > 0.1).count();
    assertTrue(prone > 0 && dead > 0, "the log has some of both");
    assertSame(
        Map.of("dead-prone", prone, "with dead units", dead),
        of("training-network").card("Dead-prone layers"));
  }

  @ParameterizedTest
  @CsvSource({
    "Statistics, Mean, weight.mean",
    "Statistics, Stddev, weight.std",
    "Statistics, Norm, weight.norm",
    "Statistics, Near zero, weight.near_zero",
    "Statistics, Gradient norm, gradient.norm",
    "Statistics, Dead units, activation.zero_units",
    "Ranges, Min weight, weight.min",
    "Ranges, Max weight, weight.max",
    "Ranges, Min gradient, gradient.min",
    "Ranges, Max gradient, gradient.max",
    "Ranges, Min activation, activation.min",
    "Ranges, Max activation, activation.max",
  })
  void a_table_of_layers_has_the_newest_of_the_log(String table, String column, String key)
      throws Exception {
    assertSame(layers.ofEach(key), of("training-network").column(table, column, "layer"));
  }

  @Test
  void the_flow_of_gradients_is_that_of_the_log() throws Exception {
    PanelFigures network = of("training-network");
    Map<String, Double> norms = layers.of("gradient.norm");
    Map<String, Double> powers = new TreeMap<>();
    norms.forEach((layer, norm) -> powers.put(layer, Math.log10(norm)));
    assertSame(norms, network.column("Gradient flow now", "Norm", "layer"));
    assertSame(powers, network.column("Gradient flow now", "Power of ten", "layer"));
  }

  @Test
  void the_cards_of_all_gpus_add_up_what_the_driver_says() throws Exception {
    PanelFigures hardware = of("training-hardware");
    double use = cards.stream().mapToDouble(it -> it.number("utilization")).average().getAsDouble();
    double power = cards.stream().mapToDouble(it -> it.number("power")).sum();
    assertSame(Map.of("A", (double) cards.size()), hardware.card("GPUs"));
    assertSame(Map.of("A", 1.0), hardware.card("Driver"));
    assertSame(Map.of("A", use / 100), hardware.card("Mean use"));
    assertSame(Map.of("A", power / 1e3), hardware.card("Power"));
  }

  @Test
  void the_table_of_gpus_has_what_the_driver_says() throws Exception {
    PanelFigures hardware = of("training-hardware");
    Map<String, ToDoubleFunction<CardText>> columns = new TreeMap<>();
    columns.put("Use", it -> it.number("utilization") / 100);
    columns.put("Controller", it -> it.number("memory_utilization") / 100);
    columns.put("Memory", it -> it.number("used") / it.number("total"));
    columns.put("Used", it -> it.number("used"));
    columns.put("Temperature", it -> it.number("temperature.0"));
    columns.put("To its limit", CardFiguresTest::toLimit);
    columns.put("Power", it -> it.number("power") / 1e3);
    for (String column : columns.keySet()) {
      assertSame(each(columns.get(column)), hardware.column("GPUs", column, "gpu"));
    }
  }

  private static double toLimit(CardText card) {
    double slows = card.number("threshold.1");
    double chip = card.number("threshold.3");
    double limit = Double.isNaN(chip) ? slows : Math.min(slows, chip);
    return limit - card.number("temperature.0");
  }

  @Test
  void errors_links_and_limits_are_those_of_the_driver() throws Exception {
    PanelFigures hardware = of("training-hardware");
    Map<String, ToDoubleFunction<CardText>> columns = new TreeMap<>();
    columns.put("Memory errors/Corrected", it -> it.number("ecc.0.1"));
    columns.put("Memory errors/Uncorrected", it -> it.number("ecc.1.1"));
    columns.put("Memory errors/Remapped", it -> it.sum("remapped", 0, 1));
    columns.put("Memory errors/Pending", it -> it.sum("remapped", 2, 2));
    columns.put("Memory errors/Failed", it -> it.sum("remapped", 3, 3));
    columns.put("Memory errors/Retired", it -> it.number("retired.0") + it.number("retired.1"));
    columns.put("Links/Generation", it -> it.number("pcie_generation"));
    columns.put("Links/Width", it -> it.number("pcie_width"));
    columns.put("Links/Replays", it -> it.number("pcie_replays"));
    columns.put("Cards, drivers and limits/Power limit", it -> it.number("power_limit") / 1e3);
    columns.put("Cards, drivers and limits/Slows at", it -> it.number("threshold.1"));
    columns.put("Cards, drivers and limits/Shuts down at", it -> it.number("threshold.0"));
    columns.put("Cards, drivers and limits/Memory", it -> it.number("total"));
    columns.put("Cards, drivers and limits/Reserved", it -> it.number("reserved"));
    for (String column : columns.keySet()) {
      String[] names = column.split("/", -1);
      assertSame(each(columns.get(column)), hardware.column(names[0], names[1], "gpu"));
    }
  }
}

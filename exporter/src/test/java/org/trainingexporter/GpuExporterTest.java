package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trainingexporter.RunningExporter.gpuFamilies;
import static org.trainingexporter.RunningExporter.has;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.gpu.nvml.NvmlStandin;
import org.trainingexporter.metrics.gpu.GpuMetrics;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.testing.Promtool;

/** The GPU room seen from outside: what a scrape of the whole exporter tells. */
@Timeout(120)
final class GpuExporterTest {
  private static final Path CARDS = Path.of("src/test/resources/gpu");
  private static final String H100 = "GPU-11111111-2222-3333-4444-555555555555";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochSecond(1_763_800_010));
  @TempDir private Path runs;
  @TempDir private Path elsewhere;

  @BeforeEach
  void a_run_that_trains() throws IOException {
    Files.createDirectory(runs.resolve("llm"));
    Files.writeString(
        runs.resolve("llm/log.jsonl"),
        "{\"step\":1,\"loss\":2.5,\"learning_rate\":1e-5,\"timestamp\":1763800000}\n");
  }

  @Test
  void the_demo_shows_every_family_but_the_one_that_is_asked_for() throws Exception {
    try (RunningExporter exporter = start(Map.of("gpu", "demo"))) {
      String scrape = exporter.scrapeWith("training_gpus{run=\"llm\",} 4.0");

      Set<String> expected = all();
      expected.remove("nvidia_gpu_pcie_bytes_per_second");
      assertEquals(expected, gpuFamilies(scrape));
      assertTrue(has(scrape, "training_exporter_collect_success{collector=\"gpu\",} 1.0"), scrape);
      assertEquals("", Promtool.check(scrape));
    }
  }

  @Test
  void nvml_shows_every_family_and_the_run_that_a_process_on_a_card_works_for() throws Exception {
    Process training =
        new ProcessBuilder("sleep", "600").directory(runs.resolve("llm").toFile()).start();
    NvmlStandin standin = NvmlStandin.build(elsewhere);
    standin.with(cards("h100") + "compute " + training.pid() + " 1000\n" + cards("h200-mig"));
    try (RunningExporter exporter = nvml(standin, Map.of("gpu.pcie-throughput", "true"))) {
      exporter.scrapeWith("nvidia_gpu_up 1.0");
      standin.xid(0, 31);
      exporter.scrapeWith("nvidia_gpu_xid_errors_total{");
      String scrape = exporter.scrapeWith("training_gpus{run=\"llm\",} 1.0");

      assertEquals(all(), gpuFamilies(scrape));
      assertTrue(has(scrape, info("0", H100)), scrape);
      assertEquals("", Promtool.check(scrape));
    } finally {
      training.destroy();
    }
  }

  @Test
  void the_first_rule_of_a_run_may_name_its_cards() throws Exception {
    Path rules =
        Files.writeString(
            elsewhere.resolve("rules.yml"),
            "runs: [{match: llm, gpus: [1]}, {match: \"**\", gpus: [%s]}]".formatted(H100));
    NvmlStandin standin = NvmlStandin.build(elsewhere).with(cards("h100") + cards("h200-mig"));
    try (RunningExporter exporter = nvml(standin, Map.of("config.file", rules.toString()))) {
      String scrape = exporter.scrapeWith("training_gpus{");

      assertTrue(has(scrape, "training_gpus{run=\"llm\",} 1.0"), scrape);
      assertTrue(has(scrape, info("1", "GPU-h200")), scrape);
    }
  }

  @Test
  void a_scrape_answers_while_the_driver_hangs_and_tells_it_after_five_seconds() throws Exception {
    NvmlStandin standin = NvmlStandin.build(elsewhere).with("init hang\ncard\nuuid A\n");
    try (RunningExporter exporter = nvml(standin, Map.of())) {
      exporter.scrapeThat(scrape -> standin.hangs() && has(scrape, "training_loss{"));
      String early = exporter.scrape();
      assertFalse(early.contains("collector=\"gpu\""), early);
      assertEquals(Set.of(), gpuFamilies(early));

      now.updateAndGet(t -> t.plusSeconds(6));
      String late = exporter.scrape();
      assertTrue(has(late, "training_exporter_collect_success{collector=\"gpu\",} 0.0"), late);
      assertTrue(has(late, "training_exporter_collect_duration_seconds{collector=\"gpu\",} 6.0"));
      assertTrue(has(late, "nvidia_gpu_up 0.0"), late);
      assertTrue(has(late, "training_loss{run=\"llm\",} 2.5"), late);
      assertEquals("", Promtool.check(late));

      standin.release();
      String well = exporter.scrapeWith("nvidia_gpu_up 1.0");
      assertTrue(has(well, "training_exporter_collect_success{collector=\"gpu\",} 1.0"), well);
    }
  }

  @Test
  void without_a_library_all_else_works() throws Exception {
    String nowhere = elsewhere.resolve("libnowhere.so").toString();
    try (RunningExporter exporter = start(Map.of("gpu.library", nowhere))) {
      exporter.scrapeWith("training_loss{");
      String scrape = exporter.scrapeWith("nvidia_gpu_up ");

      assertTrue(has(scrape, "nvidia_gpu_up 0.0"), scrape);
      assertEquals(Set.of("nvidia_gpu_up"), gpuFamilies(scrape));
      assertTrue(has(scrape, "training_exporter_collect_success{collector=\"gpu\",} 1.0"), scrape);
      assertEquals("", Promtool.check(scrape));
    }
  }

  private RunningExporter nvml(NvmlStandin standin, Map<String, String> more) throws IOException {
    Map<String, String> flags = new HashMap<>(more);
    flags.put("gpu.library", standin.library().toString());
    return start(flags);
  }

  private RunningExporter start(Map<String, String> more) throws IOException {
    Map<String, String> flags = new HashMap<>(more);
    flags.put("gpu.interval", "1ms");
    return RunningExporter.watch(runs, now::get, flags);
  }

  /** All that a run has whose log counts no tokens. */
  private static Set<String> all() {
    return GpuMetrics.ROWS.stream()
        .map(Metric::name)
        .filter(name -> !name.equals("training_energy_per_million_tokens_joules"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String info(String gpu, String uuid) {
    return "training_run_gpu_info{run=\"llm\",gpu=\"%s\",uuid=\"%s\",} 1.0".formatted(gpu, uuid);
  }

  private static String cards(String name) throws IOException {
    return Files.readString(CARDS.resolve(name + ".cards"));
  }
}

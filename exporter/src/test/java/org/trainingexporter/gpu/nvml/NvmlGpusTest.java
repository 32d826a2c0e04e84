package org.trainingexporter.gpu.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuUnavailableException;
import org.trainingexporter.gpu.reading.GpuValue;

/** The real JNA code against a library with NVML's ABI. */
final class NvmlGpusTest {
  private static final String DRIVER = "driver 570.124.06\ncuda 12080\n";

  private static NvmlStandin built;

  private NvmlStandin standin;
  private NvmlGpus gpus;

  @BeforeAll
  static void build(@TempDir Path folder) {
    built = NvmlStandin.build(folder);
  }

  @BeforeEach
  void copy(@TempDir Path folder) throws IOException {
    standin = built.copyTo(folder);
    gpus = standin.gpus();
  }

  @AfterEach
  void letGo() {
    gpus.close();
  }

  @Test
  void an_h100_tells_everything() throws Exception {
    standin.with(cards("h100"));
    gpus.read(); // The activity ratios need two readings.
    Gpu gpu = gpus.read().get(0);

    assertEquals(0, gpu.index());
    assertEquals("GPU-11111111-2222-3333-4444-555555555555", gpu.uuid());
    assertEquals(Set.of(4242L), gpu.processes());
    assertEquals(golden("h100"), lines(gpu));
  }

  @Test
  void a_card_split_by_mig_tells_of_its_devices_and_their_processes() throws Exception {
    Gpu gpu = read(cards("h200-mig")).get(0);

    assertEquals(golden("h200-mig"), lines(gpu));
    assertEquals(Set.of(77L, 78L), gpu.processes());
  }

  @Test
  void what_a_card_does_not_offer_is_no_series() throws Exception {
    Gpu gpu =
        read(DRIVER + "card\nname GeForce\nuuid GPU-g\npower 4294967295\nenergy !3\nstate 32")
            .get(0);

    assertEquals(Set.of(GpuMetric.INFO), metrics(gpu));
  }

  @Test
  void a_name_keeps_its_quotes_and_its_umlauts() throws Exception {
    Gpu gpu = read(DRIVER + "card\nuuid GPU-g\nname Grüße \"7\" \\ 🚀\n").get(0);

    assertEquals("Grüße \"7\" \\ 🚀", gpu.values().get(0).labels().get(0));
  }

  @Test
  void a_lost_card_vanishes_and_the_others_stay() throws Exception {
    assertEquals(2, read(DRIVER + "card\nuuid A\ncard\nuuid B\n").size());

    List<Gpu> left = read(DRIVER + "card\nuuid A\npower !15\ncard\nuuid B\npower 1000\n");

    assertEquals(List.of("B"), left.stream().map(Gpu::uuid).toList());
    assertEquals(1, left.get(0).index());
    assertEquals(2, read(DRIVER + "card\nuuid A\ncard\nuuid B\n").size());
  }

  @Test
  void a_card_that_may_not_be_opened_is_left_out() throws Exception {
    List<Gpu> left = read(DRIVER + "card\nuuid A\nhandle 4\ncard\nuuid B\n");

    assertEquals(List.of("B"), left.stream().map(Gpu::uuid).toList());
  }

  @Test
  void a_driver_that_goes_is_unavailable_and_found_again_later() throws Exception {
    read(DRIVER + "card\nuuid A\n");

    standin.with("init 9\ncard\nuuid A\npower !1\n");
    assertEquals("NVML is not initialized", unavailable());
    assertEquals("the NVIDIA driver is not loaded", unavailable());

    assertEquals("A", read(DRIVER + "card\nuuid A\n").get(0).uuid());
  }

  @Test
  void no_permission_and_no_card_are_unavailable() {
    standin.with("init 4\n");
    assertEquals("no permission to use NVML", unavailable());
    standin.with(DRIVER);
    assertEquals("the NVIDIA driver lists no GPU", unavailable());
  }

  @Test
  void a_list_of_processes_that_grows_between_two_calls_is_read_whole() throws Exception {
    String many =
        IntStream.rangeClosed(1, 70)
            .mapToObj(pid -> "compute " + pid + " 1000\n")
            .collect(Collectors.joining());
    Gpu gpu = read(DRIVER + "card\nuuid A\nmore 30\n" + many).get(0);

    assertTrue(gpu.processes().containsAll(Set.of(1L, 70L, 100001L)), gpu.processes().toString());
  }

  @Test
  void a_process_of_unknown_memory_is_still_a_process_of_the_card() throws Exception {
    Gpu gpu = read(DRIVER + "card\nuuid A\ncompute 5 18446744073709551615\n").get(0);

    assertEquals(Set.of(5L), gpu.processes());
    assertEquals(Set.of(GpuMetric.INFO), metrics(gpu));
  }

  @Test
  void sixty_four_cards_are_sixty_four() throws Exception {
    assertEquals(64, read(DRIVER + "card\nuuid A\n".repeat(64)).size());
  }

  @Test
  void every_metric_there_is_can_be_read() throws Exception {
    standin.with(cards("h100") + cards("h200-mig"));
    gpus.read();
    standin.xid(0, 31);
    readUntil(0, GpuMetric.XID_LAST_TIMESTAMP, "31");
    Set<GpuMetric> all = EnumSet.noneOf(GpuMetric.class);
    gpus.read().forEach(gpu -> all.addAll(metrics(gpu)));

    assertEquals(EnumSet.allOf(GpuMetric.class), all);
  }

  @Test
  void nvlink_of_blackwell_is_summed_up_over_its_links() throws Exception {
    Gpu gpu = read(DRIVER + "card\nuuid A\nfield.202 100\nfield.202.1 20\nfield.202.17 3\n").get(0);

    assertEquals(OptionalDouble.of(123), gpu.value(GpuMetric.NVLINK_BYTES, "transmit"));
    assertEquals(OptionalDouble.empty(), gpu.value(GpuMetric.NVLINK_BYTES, "receive"));
  }

  @Test
  void the_xid_errors_of_a_burst_are_each_counted() throws Exception {
    read(DRIVER + "card\nuuid A\ncard\nuuid B\n");
    for (int i = 0; i < 20; i++) {
      standin.xid(1, 63);
    }
    standin.xid(1, 79);

    Gpu gpu = readUntil(1, GpuMetric.XID_LAST_TIMESTAMP, "79");

    assertEquals(OptionalDouble.of(20), gpu.value(GpuMetric.XID_ERRORS, "63"));
    assertEquals(OptionalDouble.of(1), gpu.value(GpuMetric.XID_ERRORS, "79"));
    Gpu lost = read(DRIVER + "card\nuuid A\ncard\nuuid B\nhandle 15\n").get(1);
    assertEquals(EnumSet.of(GpuMetric.XID_ERRORS, GpuMetric.XID_LAST_TIMESTAMP), metrics(lost));
  }

  private Gpu readUntil(int card, GpuMetric metric, String label) throws Exception {
    Gpu gpu = gpus.read().get(card);
    while (gpu.value(metric, label).isEmpty()) {
      gpu = gpus.read().get(card);
    }
    return gpu;
  }

  private List<Gpu> read(String cards) throws GpuUnavailableException {
    standin.with(cards);
    return gpus.read();
  }

  private String unavailable() {
    return assertThrows(GpuUnavailableException.class, gpus::read).getMessage();
  }

  private static Set<GpuMetric> metrics(Gpu gpu) {
    return gpu.values().stream().map(GpuValue::metric).collect(Collectors.toSet());
  }

  private static String lines(Gpu gpu) {
    return gpu.values().stream()
        .map(v -> v.metric() + " " + v.labels() + " " + v.value() + "\n")
        .collect(Collectors.joining());
  }

  private static String cards(String name) throws IOException {
    return resource("/gpu/" + name + ".cards");
  }

  private static String golden(String name) throws IOException {
    return resource("/gpu/" + name + ".values");
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = NvmlGpusTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

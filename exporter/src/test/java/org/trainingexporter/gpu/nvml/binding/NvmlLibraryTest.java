package org.trainingexporter.gpu.nvml.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.gpu.nvml.NvmlGpus;
import org.trainingexporter.gpu.nvml.NvmlStandin;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuUnavailableException;

/** Libraries that are old, no NVML, for another machine, missing or broken. */
final class NvmlLibraryTest {
  @TempDir Path folder;

  @Test
  void an_old_driver_without_the_versioned_calls_tells_what_it_can() throws Exception {
    NvmlStandin old =
        NvmlStandin.build(folder, "-DOLD")
            .with(
                """
                driver 450.1
                card
                uuid A
                name Tesla V100
                bus 0000:19:00.0
                used 60
                total 100
                temperature.0 50
                reasons 4
                reasons_supported 6
                violation.0 5000000
                violation.1 7000000
                compute 9 10
                """);
    try (NvmlGpus gpus = old.gpus()) {
      Gpu gpu = gpus.read().get(0);

      assertEquals("0000:19:00.0", gpu.values().get(0).labels().get(3));
      assertEquals(OptionalDouble.of(60), gpu.value(GpuMetric.MEMORY_USED));
      assertEquals(OptionalDouble.empty(), gpu.value(GpuMetric.MEMORY_RESERVED));
      assertEquals(OptionalDouble.of(50), gpu.value(GpuMetric.TEMPERATURE, "gpu"));
      assertEquals(OptionalDouble.of(1), gpu.value(GpuMetric.THROTTLED, "sw_power_cap"));
      assertEquals(OptionalDouble.empty(), gpu.value(GpuMetric.THROTTLED, "hw_slowdown"));
      assertEquals(
          OptionalDouble.of(0.005), gpu.value(GpuMetric.THROTTLED_SECONDS, "sw_power_cap"));
      assertEquals(OptionalDouble.of(0.007), gpu.value(GpuMetric.THROTTLED_SECONDS, "thermal"));
      assertEquals(OptionalDouble.of(10), gpu.value(GpuMetric.PROCESS_MEMORY, "9", ""));
    }
  }

  @Test
  void a_library_that_is_not_nvml_is_rejected() {
    Path other = NvmlStandin.build(folder, "-DNOT_NVML").library();

    assertEquals(other + " is not NVML: it has no nvmlInit", whyNot(other));
  }

  @Test
  void a_library_for_32_bits_is_rejected() throws Exception {
    Path other = NvmlStandin.build(folder).library();
    byte[] elf = Files.readAllBytes(other);
    elf[4] = 1; // The class of an ELF file: 1 is 32 bits.
    Files.write(other, elf);

    assertTrue(whyNot(other).contains("wrong ELF class: ELFCLASS32"), whyNot(other));
  }

  @Test
  void a_library_that_is_not_there_is_rejected() {
    String why = whyNot(folder.resolve("none.so"));

    assertTrue(why.contains("none.so cannot be loaded: "), why);
    assertTrue(why.contains("No such file"), why);
  }

  @Test
  void a_library_that_crashes_at_init_takes_the_process_with_it() throws Exception {
    Path crashing = NvmlStandin.build(folder, "-DCRASH").library();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadOnce.class.getName(),
                crashing.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(128 + 6, child.waitFor(), "it dies of SIGABRT");
    assertEquals("reading\n", said);
  }

  /** The program of the child process. */
  static final class ReadOnce {
    private ReadOnce() {}

    public static void main(String[] args) throws GpuUnavailableException {
      System.out.println("reading");
      List<Gpu> gpus = new NvmlGpus(Optional.of(args[0]), false, Clock.systemUTC()).read();
      System.out.println("read " + gpus);
    }
  }

  private static String whyNot(Path library) {
    NvmlGpus gpus = new NvmlGpus(Optional.of(library.toString()), false, Clock.systemUTC());
    return assertThrows(GpuUnavailableException.class, gpus::read).getMessage();
  }
}

package org.trainingexporter.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GpuRoomTest {
  private static final Path SOURCES = Path.of("src/main/java/org/trainingexporter");

  @Test
  void only_the_entry_point_knows_nvml_so_that_the_demo_loads_none_of_it() {
    assertEquals(
        List.of("gpu/GpuMonitor.java"),
        filesWith("org.trainingexporter.gpu.nvml").filter(f -> !f.startsWith("gpu/nvml")).toList());
  }

  @Test
  void only_nvml_calls_native_code() {
    assertEquals(
        List.of(), filesWith("com.sun.jna").filter(f -> !f.startsWith("gpu/nvml")).toList());
  }

  @Test
  void the_room_knows_loops_faults_and_processes_but_no_other_room() {
    assertEquals(
        List.of(),
        filesWith("import (org.trainingexporter.(?!gpu\\.|process\\.|service\\.)|io.prometheus)")
            .filter(f -> f.startsWith("gpu/"))
            .toList());
  }

  private static Stream<String> filesWith(String text) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> Pattern.compile(text).matcher(read(file)).find())
          .map(file -> SOURCES.relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs below bench/ that no build contains still fit the exporter as it is now. */
final class BenchTest {
  private static final Path BENCH = Path.of("../bench");

  @Test
  void what_fuzzes_and_backtests_compiles(@TempDir Path out) throws IOException {
    List<Path> sources =
        Stream.concat(sources(BENCH.resolve("fuzz")), sources(BENCH.resolve("forecast"))).toList();
    assertTrue(sources.size() > 5, sources.toString());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-proc:none", "-d", out.toString());
      compiler
          .getTask(errors, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    assertEquals("", errors.toString());
  }

  private static Stream<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("target"))
          .toList()
          .stream();
    }
  }
}

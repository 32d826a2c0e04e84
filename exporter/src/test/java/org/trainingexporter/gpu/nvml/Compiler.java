package org.trainingexporter.gpu.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs gcc, and other programs of a test, and fails with what they said. */
public final class Compiler {
  private static final Path SOURCES = Path.of("src/test/native");

  private Compiler() {}

  public static void compile(String source, Path target, String... flags) {
    List<String> command = new ArrayList<>(List.of("gcc", "-O1"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-o", target.toString(), SOURCES.resolve(source).toString()));
    run(command);
  }

  public static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), () -> command + " failed:\n" + output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(
          command.get(0) + " cannot be started; these tests need a C compiler (gcc)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail(e);
    }
  }
}

package org.trainingexporter.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real {@code promtool}, which knows what a scrape should look like and answers queries. */
public final class Promtool {
  /**
   * Evaluating rules makes much garbage, and clearing it away less often takes a sixth less time.
   */
  private static final Map<String, String> FAST = Map.of("GOGC", "400");

  private Promtool() {}

  /** One that is about to start, and clears its garbage away seldom. */
  public static ProcessBuilder process(List<String> command) {
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().putAll(FAST);
    return process;
  }

  /** What it finds to say of a scrape in the text format: nothing where all is well. */
  public static String check(String scrape) throws IOException, InterruptedException {
    Process promtool = start("check", "metrics");
    try (OutputStream in = promtool.getOutputStream()) {
      in.write(scrape.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    promtool.waitFor();
    return said;
  }

  /** What it finds wrong in a file of unit tests: nothing where all pass. */
  public static String test(Path file) throws IOException, InterruptedException {
    Process promtool = start("test", "rules", file.toString());
    promtool.getOutputStream().close();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return promtool.waitFor() == 0 ? "" : said;
  }

  private static Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    try {
      return process(command).start();
    } catch (IOException e) {
      return fail("promtool is missing: apt-get install prometheus, or put it on the path", e);
    }
  }
}

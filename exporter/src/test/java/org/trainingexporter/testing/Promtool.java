package org.trainingexporter.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The real {@code promtool}, which knows what a scrape should look like. */
public final class Promtool {
  private Promtool() {}

  /** What it finds to say of a scrape in the text format: nothing where all is well. */
  public static String check(String scrape) throws IOException, InterruptedException {
    Process promtool = start();
    try (OutputStream in = promtool.getOutputStream()) {
      in.write(scrape.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    promtool.waitFor();
    return said;
  }

  private static Process start() {
    try {
      return new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
    } catch (IOException e) {
      return fail("promtool is missing: apt-get install prometheus, or put it on the path", e);
    }
  }
}

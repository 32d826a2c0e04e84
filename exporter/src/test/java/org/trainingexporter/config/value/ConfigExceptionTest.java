package org.trainingexporter.config.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.Main;

/** A password that somebody wrote into an address comes into no message. */
final class ConfigExceptionTest {
  private static String rejected(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(2, Main.run(arguments, environment, print, print));
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--history.url=http://user:secret@host/api/v1/write",
        "--history.url=https://secret@host/",
        "--history.url=user:secret@host:9090",
        "--history.url=http://user:sec ret/secret@host/",
        "--history.ulr=http://user:secret@host/",
        "--history.ulr=user:secret@host",
        "--log.level=http://user:secret@host/",
      })
  void an_address_is_shown_without_it(String flag) {
    String said = rejected(Map.of(), flag);

    assertFalse(said.contains("secret"), said);
    assertTrue(said.contains("***@host"), said);
  }

  @Test
  void so_is_one_of_the_environment() {
    String said =
        rejected(Map.of("TRAINING_EXPORTER_HISTORY_URL", "http://user:secret@host/"), "runs");

    assertTrue(said.contains("basic_auth in --history.config.file"), said);
    assertTrue(said.contains("got \"http://***@host/\""), said);
  }

  @Test
  void one_that_is_cut_has_lost_it_before() {
    String said = rejected(Map.of(), "--history.url=http://user:" + "secret".repeat(50) + "@host/");

    assertFalse(said.contains("secret"), said);
  }
}

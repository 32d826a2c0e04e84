package org.trainingexporter.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  @Test
  void by_itself_it_answers_this_machine_alone() {
    Options options = Options.read(List.of(), Map.of());
    assertTrue(options.listen().getAddress().isLoopbackAddress());
    assertEquals(9410, options.listen().getPort());
    assertEquals("http://localhost:9409/", options.exporter().toString());
    assertEquals(Path.of("runs").toAbsolutePath(), options.runs());
  }

  @Test
  void a_flag_beats_its_variable() {
    Map<String, String> variables =
        Map.of("TRAINER_LISTEN_ADDRESS", ":1", "TRAINER_RUNS", "/mine", "TRAINER_EXPORTER_URL", "");
    Options options = Options.read(List.of("--trainer.listen-address=[::1]:2"), variables);
    assertEquals(2, options.listen().getPort());
    assertTrue(options.listen().getAddress().isLoopbackAddress());
    assertEquals(Path.of("/mine"), options.runs());
    assertEquals("http://localhost:9409/", options.exporter().toString());
    assertTrue(
        Options.read(List.of(), variables).listen().getAddress().isAnyLocalAddress(),
        "without a host: to the network");
  }

  @Test
  void what_is_wrong_is_named() {
    rejected("--trainer.listen-address=9410", "--trainer.listen-address: 9410 is not HOST:PORT");
    rejected(
        "--trainer.listen-address=:70000", "--trainer.listen-address: :70000 is not HOST:PORT");
    rejected("--trainer.run=x", "--trainer.run=x is no FLAG=VALUE of the trainer's");
    rejected("runs", "runs is no FLAG=VALUE of the trainer's");
  }

  /** It becomes a part of the page's policy. */
  @Test
  void the_exporters_address_is_one_address() {
    for (String bad : List.of("localhost:9409", "http://a; script-src *", "javascript:alert(1)")) {
      rejected(
          "--trainer.exporter-url=" + bad,
          "--trainer.exporter-url: " + bad + " is not http://HOST:PORT/");
    }
    String behindAProxy = "--trainer.exporter-url=https://example.org/training";
    assertEquals(
        "https://example.org/training/",
        Options.read(List.of(behindAProxy), Map.of()).exporter().toString());
  }

  private static void rejected(String argument, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> Options.read(List.of(argument), Map.of()))
            .getMessage());
  }
}

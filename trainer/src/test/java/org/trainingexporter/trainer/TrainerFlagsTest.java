package org.trainingexporter.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.FlagValues;
import org.trainingexporter.web.flag.ListenAddress;

final class TrainerFlagsTest {
  @Test
  void by_default_only_this_machine_is_answered() {
    FlagValues flags = TrainerFlags.read(List.of(), Map.of());

    assertTrue(listens(flags).isLoopbackAddress());
    assertEquals(9410, flags.get(TrainerFlags.LISTEN_ADDRESS).port());
    assertEquals("http://localhost:9409/", flags.get(TrainerFlags.EXPORTER_URL).toString());
    assertEquals(Path.of("runs").toAbsolutePath(), flags.get(TrainerFlags.RUNS));
    assertEquals(false, flags.get(TrainerFlags.PREPARE));
  }

  @Test
  void a_flag_beats_its_variable_and_an_empty_variable_is_unset() {
    Map<String, String> variables =
        Map.of("TRAINER_LISTEN_ADDRESS", ":1", "TRAINER_RUNS", "/mine", "TRAINER_EXPORTER_URL", "");

    FlagValues flags = TrainerFlags.read(List.of("--trainer.listen-address=[::1]:2"), variables);

    assertEquals(new ListenAddress("::1", 2), flags.get(TrainerFlags.LISTEN_ADDRESS));
    assertEquals(Path.of("/mine"), flags.get(TrainerFlags.RUNS));
    assertEquals("http://localhost:9409/", flags.get(TrainerFlags.EXPORTER_URL).toString());
    assertTrue(
        listens(TrainerFlags.read(List.of(), variables)).isAnyLocalAddress(),
        "without a host: to the network");
  }

  @Test
  void prepare_is_a_switch() {
    assertTrue(TrainerFlags.read(List.of("--trainer.prepare"), Map.of()).get(TrainerFlags.PREPARE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--trainer.listen-address=9410 | --trainer.listen-address: expected [HOST]:PORT such as"
            + " :9409, 127.0.0.1:9409 or [::1]:9409, got \"9410\"",
        "--trainer.listen-address=:70000 | --trainer.listen-address: expected [HOST]:PORT such as"
            + " :9409, 127.0.0.1:9409 or [::1]:9409, got \":70000\"",
        "--trainer.run=x | Unknown option: '--trainer.run=x', did you mean --trainer.runs?",
        "runs | expected flags only, got [runs]",
      })
  void a_mistake_is_named(String argument, String message) {
    assertEquals(message, rejection(argument));
  }

  /** It becomes a part of the page's policy. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost:9409", "http://a; script-src *", "javascript:alert(1)"})
  void what_is_no_plain_url_of_the_exporter_is_rejected(String url) {
    assertEquals(
        "--trainer.exporter-url: expected http://HOST:PORT/, got \"" + url + "\"",
        rejection("--trainer.exporter-url=" + url));
  }

  @Test
  void the_url_of_the_exporter_ends_with_a_slash() {
    String behindAProxy = "--trainer.exporter-url=https://example.org/training";

    assertEquals(
        "https://example.org/training/",
        TrainerFlags.read(List.of(behindAProxy), Map.of())
            .get(TrainerFlags.EXPORTER_URL)
            .toString());
  }

  @Test
  void help_names_every_flag_and_variable() {
    List.of("--trainer.listen-address=[HOST]:PORT", "--trainer.prepare ", "TRAINER_EXPORTER_URL")
        .forEach(part -> assertTrue(TrainerFlags.HELP.contains(part), TrainerFlags.HELP));
  }

  private static InetAddress listens(FlagValues flags) {
    return flags.get(TrainerFlags.LISTEN_ADDRESS).socketAddress().getAddress();
  }

  private static String rejection(String argument) {
    return assertThrows(ConfigException.class, () -> TrainerFlags.read(List.of(argument), Map.of()))
        .getMessage();
  }
}

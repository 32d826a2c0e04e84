package org.trainingexporter.web.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {
  private static final Map<String, String> OPTIONS =
      Map.of("--log.level", "LEVEL", "--listen-address", "PORT", "--quiet", "", "-h", "");

  @ParameterizedTest
  @CsvSource({
    "--log.level=warn, warn",
    "--log.level warn, warn",
    "--log.level=, ''",
    "--log.level=a=b, a=b",
    "--log.level demo, demo",
    "--log.level -x, -x",
    "--log.level=warn --log.level=error, error",
  })
  void the_value_of_an_option_follows_it(String words, String value) {
    assertEquals(Map.of("log.level", value), split(words).flags());
  }

  @ParameterizedTest
  @CsvSource({"--quiet x, true", "--quiet=false x, false", "--quiet=false --quiet x, true"})
  void a_switch_takes_no_word_as_its_value(String words, String value) {
    assertEquals(Map.of("--quiet", value), split(words).options());
    assertEquals(List.of("x"), split(words).operands());
  }

  @Test
  void two_dashes_end_the_options_and_the_commands() {
    Arguments arguments = split("a - -- --quiet demo --");

    assertEquals(List.of("a", "-", "--quiet", "demo", "--"), arguments.operands());
    assertEquals(List.of(), arguments.rest());
  }

  @Test
  void splitting_stops_at_a_command() {
    Arguments arguments = split("--quiet a demo --log.level");

    assertEquals(List.of("a"), arguments.operands());
    assertEquals(List.of("demo", "--log.level"), arguments.rest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--foo --quiet | Unknown option: '--foo'",
        "-x | Unknown option: '-x'",
        "--log.levl=a | Unknown option: '--log.levl=a', did you mean --log.level?",
        "--listen a | Unknown option: '--listen', did you mean --listen-address?",
        "a --log.level | Missing required parameter for option '--log.level' (LEVEL)",
        "--log.level --quiet=a |"
            + " Expected parameter for option '--log.level' but found '--quiet=a'",
        "--log.level -- a | Expected parameter for option '--log.level' but found '--'",
      })
  void a_mistake_names_the_word(String words, String message) {
    assertEquals(message, assertThrows(ConfigException.class, () -> split(words)).getMessage());
  }

  private static Arguments split(String words) {
    return Arguments.split(List.of(words.split(" ")), OPTIONS, Set.of("demo"));
  }
}

package org.trainingexporter.event.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of names of many writers, {@code keys/names.txt}: a reader extends it by a line. */
final class WritersNamesTest {
  private static final Path NAMES = Path.of("src/test/resources/keys/names.txt");

  static List<Arguments> names() throws IOException {
    return Files.readAllLines(NAMES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" \\| ", 2))
        .map(row -> Arguments.of(row[0], row[1].strip()))
        .toList();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("names")
  void a_key_means_what_its_line_says(String key, String meaning) {
    Field field = new KeyRegistry(Map.of()).of(key);
    assertEquals(signal(meaning), field.signal, () -> key + ", by the rule " + field.rule());
    assertFalse(field.rule().isBlank(), "the rule that decided has a name");
  }

  private static Signal signal(String meaning) {
    return switch (meaning) {
      case "part" -> Signal.TRAINING_PART;
      case "validation part" -> Signal.VALIDATION_PART;
      default -> Signal.valueOf(meaning.toUpperCase(Locale.ROOT).replace(' ', '_'));
    };
  }

  @Test
  void the_list_is_long_and_says_nothing_twice() throws IOException {
    List<Arguments> names = names();
    Set<Object> keys = new HashSet<>();
    names.forEach(row -> assertTrue(keys.add(row.get()[0]), () -> row.get()[0] + " stands twice"));
    long values = names.stream().filter(row -> row.get()[1].equals("value")).count();
    assertTrue(names.size() >= 250 && values >= 80, names.size() + " names, " + values + " values");
  }
}

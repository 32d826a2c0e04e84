package org.trainingexporter.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.SignalAliases;

/** What a name may be is seen by its words before it is asked. */
final class PlainNamesTest {
  private static final List<String> WORDS =
      SignalAliases.all().stream()
          .flatMap(row -> Stream.of(row.name().toLowerCase(Locale.ROOT).split("[^a-z]+")))
          .filter(word -> !word.isEmpty())
          .distinct()
          .sorted()
          .toList();

  private final KeyRegistry keys = new KeyRegistry(Map.of("fuel left", "loss"));
  private final Set<String> required = keys.requiredWords();

  private boolean mayMean(String name) {
    return Stream.of(name.split("[ _-]")).anyMatch(required::contains);
  }

  @Test
  void each_alias_of_letters_has_a_word_that_is_required() {
    for (var row : SignalAliases.all()) {
      if (row.name().matches("[a-z _-]+")) {
        assertTrue(mayMean(row.name()) || row.signal() == Signal.VALUE, row.name());
      }
    }
    assertTrue(mayMean("fuel left"));
  }

  @Test
  void a_name_without_such_a_word_is_a_plain_value() {
    Random random = new Random(1);
    int plain = 0;
    for (int i = 0; i < 50_000; i++) {
      String name =
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(w -> WORDS.get(random.nextInt(WORDS.size())))
              .collect(Collectors.joining(random.nextBoolean() ? " " : "_"));
      if (!mayMean(name)) {
        plain++;
        assertEquals(Signal.VALUE, keys.signal(name), name);
        assertEquals(Signal.VALUE, keys.signal("val_" + name), name);
      }
    }
    assertTrue(plain > 5_000, plain + " plain names");
  }

  @Test
  void most_words_of_prose_are_not_required() {
    for (String word : List.of("the", "model", "was", "data", "from", "worker", "value", "mean")) {
      assertFalse(required.contains(word), word);
    }
  }
}

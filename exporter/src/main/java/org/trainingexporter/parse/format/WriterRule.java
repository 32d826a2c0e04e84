package org.trainingexporter.parse.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.key.Field;

/**
 * A program that writes logs, and keys that only its records have.
 *
 * @param writer its name, as its golden folder has it
 * @param keys all of which must have been seen
 */
public record WriterRule(String writer, Set<String> keys) {
  public static final String UNKNOWN = "custom";

  public WriterRule(String writer, String... keys) {
    this(writer, Set.of(keys));
  }

  /** The name of the first writer of that format that fits the keys. */
  public static String writerOf(LogFormat format, List<Field> fields) {
    Set<String> seen = new HashSet<>();
    fields.forEach(f -> seen.add(f.name));
    return format.writers().stream()
        .filter(rule -> seen.containsAll(rule.keys))
        .map(WriterRule::writer)
        .findFirst()
        .orElse(UNKNOWN);
  }
}

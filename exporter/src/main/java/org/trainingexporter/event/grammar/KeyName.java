package org.trainingexporter.event.grammar;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A key cut into words of lower case.
 *
 * @param segments of its path, each of them at least one word
 * @param unit of its numbers where the name ends in one, as {@code ms} or {@code %}; else empty
 */
public record KeyName(List<List<String>> segments, String unit) {
  public KeyName {
    segments = segments.stream().map(List::copyOf).toList();
  }

  /** Cuts a key at its separators and where its case changes. */
  public static KeyName of(String key) {
    return NameSplitter.split(key);
  }

  /** All words, with blanks between. */
  public String joined() {
    return segments.stream().flatMap(List::stream).collect(Collectors.joining(" "));
  }

  int count() {
    return segments.stream().mapToInt(List::size).sum();
  }

  boolean holds(String word) {
    return segments.stream().anyMatch(s -> s.contains(word));
  }

  /** The words of the last segment; none for a key without a letter or a digit. */
  public List<String> last() {
    return segments.isEmpty() ? List.of() : segments.get(segments.size() - 1);
  }
}

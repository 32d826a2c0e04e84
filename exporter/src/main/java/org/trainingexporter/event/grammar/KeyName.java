package org.trainingexporter.event.grammar;

import java.util.Collections;
import java.util.List;
import java.util.Set;
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
    int count = 0;
    for (List<String> segment : segments) {
      count += segment.size();
    }
    return count;
  }

  /** Whether one of its words is among these. */
  public boolean holdsAny(Set<String> words) {
    return segments.stream().anyMatch(s -> !Collections.disjoint(words, s));
  }

  boolean holds(String word) {
    for (List<String> segment : segments) {
      if (segment.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The words of the last segment; none for a key without a letter or a digit. */
  public List<String> last() {
    return segments.isEmpty() ? List.of() : segments.get(segments.size() - 1);
  }
}

package org.trainingexporter.event.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a key as they are compared with another key's.
 *
 * @param joined all words
 * @param lead the segments before the last, without words of sets
 * @param tail the last segment
 * @param words how many words
 */
public record KeyPath(String joined, String lead, String tail, int words) {
  static KeyPath of(KeyName name) {
    List<String> lead = new ArrayList<>();
    List<List<String>> segments = name.segments();
    for (int i = 0; i + 1 < segments.size(); i++) {
      segments.get(i).stream().filter(w -> !Vocabulary.SETS.containsKey(w)).forEach(lead::add);
    }
    return new KeyPath(
        name.joined(), String.join(" ", lead), String.join(" ", name.last()), name.count());
  }

  public boolean has(String word) {
    return (" " + joined + " ").contains(" " + word + " ");
  }

  /** The words of the key that tells of a step what this one tells of an epoch. */
  public String ofStep() {
    return (" " + joined + " ").replace(" epoch ", " step ").strip();
  }
}

package org.trainingexporter.event.value;

import java.util.Map;

/** What a key says of the process that wrote its record, where a training has several. */
public enum WriterKey {
  /** The process's number among all of the training, from 0. */
  RANK,
  /** Its number among those of its machine. */
  LOCAL_RANK,
  /** The number of its machine. */
  NODE,
  /** How many processes the training has. */
  WORLD_SIZE,
  /** None of it. */
  NONE;

  private static final Map<String, WriterKey> BY_WORDS =
      Map.ofEntries(
          Map.entry("rank", RANK),
          Map.entry("global rank", RANK),
          Map.entry("world rank", RANK),
          Map.entry("process index", RANK),
          Map.entry("local rank", LOCAL_RANK),
          Map.entry("node", NODE),
          Map.entry("node rank", NODE),
          Map.entry("group rank", NODE),
          Map.entry("world size", WORLD_SIZE),
          Map.entry("process count", WORLD_SIZE));

  /**
   * What a key of these words says.
   *
   * @param words in lower case, with blanks between them
   */
  public static WriterKey of(String words) {
    return BY_WORDS.getOrDefault(words, NONE);
  }
}

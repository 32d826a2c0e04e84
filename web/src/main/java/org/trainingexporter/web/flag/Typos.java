package org.trainingexporter.web.flag;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The Levenshtein distance, for "did you mean". */
public final class Typos {
  private static final int MOST = 2;

  private Typos() {}

  /** The word that was probably meant; empty if none is as near as two characters. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    return known.stream()
        .filter(word -> between(given, word) <= MOST)
        .min(
            Comparator.comparingInt((String word) -> between(given, word))
                .thenComparing(word -> word));
  }

  /** How many characters to insert, delete or replace to turn one text into the other. */
  static int between(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}

package org.trainingexporter.parse.text.record;

import java.util.Set;
import org.trainingexporter.parse.text.value.WordSet;

/**
 * Tells by its bytes that a name is a plain value, as nearly all names in prose are: its words
 * alone decide that, and to ask what they mean would cost a hundred times as much.
 */
final class TellingWords {
  private final WordSet words;

  /**
   * @param required words of which a name of letters has one, unless it is a plain value
   */
  TellingWords(Set<String> required) {
    this.words =
        WordSet.ofAnyCase(required.stream().filter(w -> !w.isEmpty()).toArray(String[]::new));
  }

  /** Whether the name may be more than a plain value, or a loss of some kind. */
  boolean mayBeIn(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      if (b[p] == ' ' || b[p] == '_' || b[p] == '-') {
        p++;
        continue;
      }
      int end = endOfWord(b, p, to);
      if (end < 0 || words.contains(b, p, end) || holdsLoss(b, p, end)) {
        return true;
      }
      p = end;
    }
    return false;
  }

  /** The end of a word in one case, or with one capital before; -1 where it is anything else. */
  private static int endOfWord(byte[] b, int from, int to) {
    int p = from;
    int capitals = 0;
    while (p < to && isLetter(b[p])) {
      capitals += b[p] < 'a' ? 1 : 0;
      p++;
    }
    boolean one = capitals == 0 || capitals == p - from || (capitals == 1 && b[from] < 'a');
    boolean ends = p == to || b[p] == ' ' || b[p] == '_' || b[p] == '-';
    return one && ends && p > from ? p : -1;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean holdsLoss(byte[] b, int from, int to) {
    for (int p = from; p + 3 < to; p++) {
      if ((b[p] | 0x20) == 'l'
          && (b[p + 1] | 0x20) == 'o'
          && (b[p + 2] | 0x20) == 's'
          && (b[p + 3] | 0x20) == 's') {
        return true;
      }
    }
    return false;
  }
}

package org.trainingexporter.parse.text.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words that are found by their bytes, so that asking costs no text. */
public final class WordSet {
  private static final byte[][] NONE = {};

  /** By first byte, then in the order they were given. */
  private final byte[][][] words = new byte[128][][];

  private final int[][] places = new int[128][];

  private final boolean anyCase;

  private WordSet(boolean anyCase, String... of) {
    this.anyCase = anyCase;
    for (int c = 0; c < words.length; c++) {
      words[c] = NONE;
      places[c] = new int[0];
    }
    for (int i = 0; i < of.length; i++) {
      byte[] bytes = of[i].getBytes(StandardCharsets.UTF_8);
      int first = bytes[0] & 127;
      int size = words[first].length;
      words[first] = Arrays.copyOf(words[first], size + 1);
      places[first] = Arrays.copyOf(places[first], size + 1);
      words[first][size] = bytes;
      places[first][size] = i;
    }
  }

  /** Words in lower case that count in any. */
  public static WordSet ofAnyCase(String... lower) {
    return new WordSet(true, lower);
  }

  public static WordSet of(String... words) {
    return new WordSet(false, words);
  }

  /** The place of the word in what was given, or -1. */
  public int index(byte[] b, int from, int to) {
    if (from >= to) {
      return -1;
    }
    int mask = anyCase && ByteKinds.of(b[from]) == ByteKinds.LETTER && b[from] != '_' ? 0x20 : 0;
    int first = (b[from] | mask) & 127;
    byte[][] candidates = words[first];
    for (int i = 0; i < candidates.length; i++) {
      if (candidates[i].length == to - from && fits(candidates[i], b, from)) {
        return places[first][i];
      }
    }
    return -1;
  }

  public boolean contains(byte[] b, int from, int to) {
    return index(b, from, to) >= 0;
  }

  private boolean fits(byte[] word, byte[] b, int from) {
    for (int i = 0; i < word.length; i++) {
      byte c = b[from + i];
      int folded = anyCase && c >= 'A' && c <= 'Z' ? c | 0x20 : c;
      if (word[i] != folded) {
        return false;
      }
    }
    return true;
  }
}

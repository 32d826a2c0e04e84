package org.trainingexporter.event.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a key into the segments of its path, and these into words. */
final class NameSplitter {
  private static final Pattern SPEED_UNIT =
      Pattern.compile("([A-Za-z]+)\\s*/\\s*(?:s|sec|secs|second|seconds)\\b(?!/)");
  private static final Pattern BRACKETED = Pattern.compile("[(\\[]\\s*([A-Za-z%]+)\\s*[)\\]]$");

  /** A dot within a number is none of a path. */
  private static final Pattern PATH = Pattern.compile("/|(?<![0-9\\s])\\.|(?<=[0-9\\s])\\.(?!\\d)");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}.]+");

  /** From lower to upper case, before the last capital of several, and before a last number. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})"
              + "|(?<=\\p{L}{2})(?=\\p{N}+$)"
              + "|(?<=^[a-km-zA-KM-Z])(?=\\p{N}+$)");

  private NameSplitter() {}

  static KeyName split(String key) {
    if (isPlain(key)) {
      List<String> words = plainWords(key);
      List<List<String>> segments = words.isEmpty() ? List.of() : List.of(words);
      return new KeyName(segments, lastUnit(segments));
    }
    String text = key.strip();
    String unit = "";
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.find() && isUnit(bracketed.group(1))) {
      unit = bracketed.group(1);
      text = text.substring(0, bracketed.start()).strip();
    }
    text = SPEED_UNIT.matcher(text).replaceAll("$1_per_second");
    List<List<String>> segments = new ArrayList<>();
    for (String segment : PATH.split(text, -1)) {
      List<String> words = words(segment);
      if (!words.isEmpty()) {
        segments.add(words);
      }
    }
    return new KeyName(segments, unit.isEmpty() ? lastUnit(segments) : unit);
  }

  /** Whether it holds nothing but small letters and what always stands between words. */
  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if ((c < 'a' || c > 'z') && c != '_' && c != ' ') {
        return false;
      }
    }
    return true;
  }

  private static List<String> plainWords(String key) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= key.length(); i++) {
      if (i == key.length() || key.charAt(i) == '_' || key.charAt(i) == ' ') {
        if (i > from) {
          add(words, key.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private static boolean isUnit(String word) {
    return word.equals("%") || Vocabulary.UNITS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String lastUnit(List<List<String>> segments) {
    if (segments.isEmpty()) {
      return "";
    }
    List<String> name = segments.get(segments.size() - 1);
    String last = name.get(name.size() - 1);
    return name.size() > 1 && Vocabulary.UNITS.contains(last) ? last : "";
  }

  private static List<String> words(String segment) {
    List<String> words = new ArrayList<>();
    for (String piece : BETWEEN.split(segment, -1)) {
      for (String word : WITHIN.split(piece, -1)) {
        if (!word.isEmpty() && !word.equals(".")) {
          add(words, word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }

  /** Adds a word, joined to the one before where both are one. */
  private static void add(List<String> words, String word) {
    int last = words.size() - 1;
    String joined = last < 0 ? null : Vocabulary.JOINED.get(words.get(last) + " " + word);
    if (joined != null) {
      words.set(last, joined);
    } else {
      words.add(Vocabulary.SYNONYMS.getOrDefault(word, word));
    }
  }
}

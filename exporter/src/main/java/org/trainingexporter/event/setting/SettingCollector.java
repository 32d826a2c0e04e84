package org.trainingexporter.event.setting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Collects settings in the order in which they come: at most 200, each a text of at most 200
 * characters, without secrets. A name that comes again has its newest text. One thread.
 */
public final class SettingCollector {
  /** So many are kept. */
  public static final int MOST = 200;

  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 200;

  /** Secrets are looked for in so much of a text, so that none is cut in two. */
  private static final int LONGEST_SEARCHED = 4_000;

  /** Names of sections that hold settings alone: a setting is named without them. */
  private static final Pattern SECTION =
      Pattern.compile("(?:args|arguments|config|configuration|cfg|hparams|hyperparams|params)[./]");

  private final Map<String, String> texts = new LinkedHashMap<>();

  /**
   * Adds a value, unless it is blank or there are too many.
   *
   * @param key with the keys around it, joined by dots
   * @param isText whether the value is a text rather than a number or a truth value
   */
  public void add(String key, String value, boolean isText) {
    String searched = value.substring(0, Math.min(value.length(), LONGEST_SEARCHED));
    String text = SecretMask.mask(key, searched, isText).strip();
    String name = name(key);
    boolean fits = texts.size() < MOST || texts.containsKey(name);
    if (fits && !text.isEmpty() && !name.isEmpty() && name.length() <= LONGEST_NAME) {
      texts.put(name, cut(text));
    }
  }

  /** The name that a key's setting has. */
  private static String name(String key) {
    var section = SECTION.matcher(key);
    return section.lookingAt() ? key.substring(section.end()) : key;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, splitsPair ? LONGEST - 2 : LONGEST - 1) + "…";
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** Drops all. */
  public void clear() {
    texts.clear();
  }

  /** Texts by name, as they grow. */
  public Map<String, String> texts() {
    return Collections.unmodifiableMap(texts);
  }
}

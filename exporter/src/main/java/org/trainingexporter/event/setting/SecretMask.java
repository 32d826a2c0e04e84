package org.trainingexporter.event.setting;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.trainingexporter.event.grammar.KeyName;

/** Replaces what may be a secret, by the words of its key or by what the value is like. */
final class SecretMask {
  static final String MASK = "***";

  private static final Set<String> SECRET =
      Set.of("secret", "password", "passwd", "credential", "credentials", "auth");

  /** Texts under a key that ends in one of these are secret, but for tokens of a vocabulary. */
  private static final Set<String> KEYS = Set.of("token", "key");

  private static final Set<String> OF_VOCABULARY =
      Set.of("pad", "eos", "bos", "unk", "sep", "cls", "mask", "special");

  /** Access keys as services give them out, wherever they stand in a text. */
  private static final Pattern ACCESS_KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:hf_[A-Za-z0-9]{6,}|sk-[A-Za-z0-9_-]{6,}|gh[pousr]_[A-Za-z0-9]{6,}"
              + "|AKIA[A-Z0-9]{8,}|[0-9a-fA-F]{40}(?![A-Za-z0-9]))");

  /** User and password before a host, with or without a scheme. */
  private static final Pattern USER_AND_PASSWORD =
      Pattern.compile("(?<=://)[^\\s/:@]*:[^\\s/]+@|(?<![\\w/.-])[\\w.+-]+:[^\\s/:@]+@(?=\\w)");

  private SecretMask() {}

  /**
   * The text, or as much of it as may be shown.
   *
   * @param key with the keys around it
   * @param isText whether the value is a text rather than a number or a truth value
   */
  static String mask(String key, String text, boolean isText) {
    if (isSecret(KeyName.of(key), isText)) {
      return MASK;
    }
    String shown = ACCESS_KEY.matcher(text).replaceAll(MASK);
    return USER_AND_PASSWORD.matcher(shown).replaceAll(MASK + "@");
  }

  private static boolean isSecret(KeyName key, boolean isText) {
    if (key.segments().stream().flatMap(List::stream).anyMatch(SECRET::contains)) {
      return true;
    }
    List<String> last = key.last();
    return isText
        && !last.isEmpty()
        && KEYS.contains(last.get(last.size() - 1))
        && last.stream().noneMatch(OF_VOCABULARY::contains);
  }
}

package org.trainingexporter.parse.number;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people and languages spell them; and the words for none. */
final class SpelledNumbers {
  private static final Set<String> NO_VALUE = Set.of("none", "null", "na", "n/a", "nil", "-", "--");

  private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  /** {@code tensor(2.5, device='cuda:0')}, {@code np.float32(2.5)}, {@code [2.4]}. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?:(?:torch\\.)?tensor|(?:np\\.|numpy\\.)?(?:array|float\\d\\d|int\\d\\d))?"
              + "[(\\[]\\s*([^,()\\[\\]]+|\\[[^,()\\[\\]]+])\\s*(?:,[^()]*(?:\\([^()]*\\)[^()]*)*)?[)\\]]");

  private SpelledNumbers() {}

  /** Whether the text says that there is no value. */
  static boolean isNoValue(String text) {
    String t = text.strip();
    return t.length() <= 4 && (t.isEmpty() || NO_VALUE.contains(t.toLowerCase(Locale.ROOT)));
  }

  /** Excludes most other texts with a comma, such as {@code 3 days, 0:12:30}, without a pattern. */
  private static boolean mayBeGrouped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != ',' && c != '.' && i > 0) {
        return false;
      }
    }
    return true;
  }

  /** The plain number within a text that groups digits or wraps the number; else the text. */
  static String plain(String text) {
    char last = text.charAt(text.length() - 1);
    if (last == ')' || last == ']') {
      Matcher wrapped = WRAPPED.matcher(text);
      boolean several = text.charAt(0) == '[' && text.indexOf(',') > 0;
      if (!several && wrapped.matches()) {
        String inner = wrapped.group(1).strip();
        return inner.startsWith("[") ? inner.substring(1, inner.length() - 1).strip() : inner;
      }
    } else if (text.indexOf(',') > 0 && mayBeGrouped(text) && THOUSANDS.matcher(text).matches()) {
      return text.replace(",", "");
    }
    return text;
  }
}

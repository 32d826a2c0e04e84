package org.trainingexporter.config.value;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A glob for run names: {@code *} and {@code ?} stop at a slash, {@code **} does not, {@code [a-z]}
 * and {@code [!0-9]} match one character. The JDK's path matcher does not serve: it rejects names
 * that the locale cannot encode, and a service's locale is often C.
 */
public record Glob(String text) {
  private static final Pattern TOKEN =
      Pattern.compile("\\*\\*|[*?]|\\[(!?)([^]/]+)]|.", Pattern.DOTALL);

  /**
   * Compiles the glob.
   *
   * @throws IllegalArgumentException if it is empty or has a range like {@code [z-a]}
   */
  public Glob {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    compile(text);
  }

  public boolean matches(String name) {
    return compile(text).matcher(name).matches();
  }

  private static Pattern compile(String text) {
    String regex =
        TOKEN.matcher(text).replaceAll(token -> Matcher.quoteReplacement(translate(token)));
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static String translate(MatchResult token) {
    if (token.group(2) != null) {
      String not = token.group(1).isEmpty() ? "" : "^/";
      return "[" + not + token.group(2).replaceAll("[^\\w-]", "\\\\$0") + "]";
    }
    return switch (token.group()) {
      case "**" -> ".*";
      case "*" -> "[^/]*";
      case "?" -> "[^/]";
      default -> Pattern.quote(token.group());
    };
  }
}

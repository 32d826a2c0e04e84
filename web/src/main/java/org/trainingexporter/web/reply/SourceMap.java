package org.trainingexporter.web.reply;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Says of each line of a bundle where it comes from (ECMA-426), so that a debugger shows that. */
final class SourceMap {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int BITS = 5;
  private static final int MORE = 1 << BITS;

  private final StringBuilder mappings = new StringBuilder();
  private int lastSource;
  private int lastLine;

  /** The next line of the bundle is this line of a source; both count from 0. */
  void add(int source, int line) {
    mappings.append(number(0)).append(number(source - lastSource));
    mappings.append(number(line - lastLine)).append(number(0)).append(';');
    lastSource = source;
    lastLine = line;
  }

  /** The next line of the bundle is in no source. */
  void addLine() {
    mappings.append(';');
  }

  /**
   * The map as JSON.
   *
   * @param sources their addresses, relative to that of the map
   */
  String json(List<String> sources) {
    String names = sources.stream().map(name -> '"' + name + '"').collect(joining(","));
    return "{\"version\":3,\"sources\":["
        + names
        + "],\"names\":[],\"mappings\":\""
        + mappings
        + "\"}";
  }

  /** In base 64, five bits a digit, the lowest first; the very first bit is the sign. */
  private static String number(int value) {
    StringBuilder text = new StringBuilder();
    int rest = value < 0 ? (-value << 1) | 1 : value << 1;
    do {
      int digit = rest & (MORE - 1);
      rest >>>= BITS;
      text.append(DIGITS.charAt(rest > 0 ? digit | MORE : digit));
    } while (rest > 0);
    return text.toString();
  }
}

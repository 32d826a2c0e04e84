package org.trainingexporter.web.flag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line, split but not interpreted. A value follows its option after "=" or
 * as the next word. A switch has the value {@code true} unless one follows "=". All words after
 * {@code --} are operands.
 *
 * @param options text by option name, {@code --} included; the last one wins if one is repeated
 * @param operands in their order
 * @param rest the words from the first command on; empty if there is none
 */
public record Arguments(Map<String, String> options, List<String> operands, List<String> rest) {

  public Arguments {
    options = Map.copyOf(options);
    operands = List.copyOf(operands);
    rest = List.copyOf(rest);
  }

  /**
   * Splits words.
   *
   * @param labels the known options, {@code --} included, each with the label of its value; an
   *     empty label makes it a switch
   * @param commands words at which to stop
   * @throws ConfigException if an option is unknown or lacks its value
   */
  public static Arguments split(
      List<String> words, Map<String, String> labels, Set<String> commands) {
    Map<String, String> options = new HashMap<>();
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        operands.addAll(words.subList(i + 1, words.size()));
        break;
      }
      if (word.length() > 1 && word.startsWith("-")) {
        String name = name(word);
        String label = labels.get(name);
        if (label == null) {
          throw new ConfigException("Unknown option: '" + word + "'" + suggestion(name, labels));
        }
        if (name.length() < word.length()) {
          options.put(name, word.substring(name.length() + 1));
        } else {
          options.put(name, label.isEmpty() ? "true" : value(words, ++i, labels));
        }
      } else if (commands.contains(word)) {
        return new Arguments(options, operands, words.subList(i, words.size()));
      } else {
        operands.add(word);
      }
    }
    return new Arguments(options, operands, List.of());
  }

  /** The options by the names of their flags, without the dashes. */
  public Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>();
    options.forEach((name, text) -> flags.put(name.replaceFirst("^-+", ""), text));
    return flags;
  }

  private static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  /** The word at the index as the value of the option before it. */
  private static String value(List<String> words, int index, Map<String, String> labels) {
    String option = words.get(index - 1);
    if (index == words.size()) {
      throw new ConfigException(
          "Missing required parameter for option '" + option + "' (" + labels.get(option) + ")");
    }
    String value = words.get(index);
    if (value.equals("--") || labels.containsKey(name(value))) {
      throw new ConfigException(
          "Expected parameter for option '" + option + "' but found '" + value + "'");
    }
    return value;
  }

  private static String suggestion(String name, Map<String, String> labels) {
    return labels.keySet().stream()
        .filter(known -> known.startsWith(name) || isTypo(name, known))
        .findFirst()
        .map(known -> ", did you mean " + known + "?")
        .orElse("");
  }

  /** Short options such as -h are close to everything. */
  private static boolean isTypo(String name, String known) {
    return known.startsWith("--") && Typos.between(name, known) <= 2;
  }
}

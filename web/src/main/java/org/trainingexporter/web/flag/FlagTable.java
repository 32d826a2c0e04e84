package org.trainingexporter.web.flag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The flags of a program.
 *
 * @param variablePrefix what the name of each variable begins with; may be empty
 * @param flags in the order of {@code --help}
 */
public record FlagTable(String variablePrefix, List<Flag<?>> flags) {

  public FlagTable {
    flags = List.copyOf(flags);
  }

  /** The environment variable that sets the flag: {@code web.route-prefix}: WEB_ROUTE_PREFIX. */
  public String variable(Flag<?> flag) {
    return variablePrefix + flag.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  public List<String> variables() {
    return flags.stream().map(this::variable).toList();
  }

  /** The options as {@link Arguments} expects them. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    flags.forEach(flag -> labels.put("--" + flag.name(), flag.label()));
    return labels;
  }

  /** One line for each flag, without a line end after the last. */
  public String help() {
    int width = flags.stream().mapToInt(flag -> left(flag).length()).max().orElse(0);
    return flags.stream()
        .map(flag -> ("  %-" + width + "s  %s").formatted(left(flag), right(flag)))
        .collect(Collectors.joining("\n"));
  }

  private static String left(Flag<?> flag) {
    return "--" + flag.name() + (flag.isSwitch() ? "" : "=" + flag.label());
  }

  private static String right(Flag<?> flag) {
    boolean silent = flag.isSwitch() || flag.fallback().isEmpty();
    return flag.help() + (silent ? "" : " (default " + flag.fallback() + ")");
  }
}

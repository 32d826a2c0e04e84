package org.trainingexporter.config.flag;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trainingexporter.config.value.ConfigException;

/** Something that may give a flag's text: the command line, the environment, a file, the table. */
public interface ValueSource {
  ValueSource DEFAULTS = flag -> Optional.of(new Flag.Given(flag.fallback(), "default"));

  Optional<Flag.Given> find(Flag<?> flag);

  /** Texts by flag name. */
  static ValueSource commandLine(Map<String, String> texts) {
    return flag -> given(texts.get(flag.name()), "--" + flag.name());
  }

  /**
   * An empty variable counts as unset, as composed environments have it.
   *
   * @throws ConfigException if a variable has our prefix and names no flag
   */
  static ValueSource environment(Map<String, String> variables) {
    rejectUnknown(variables);
    return flag ->
        given(variables.get(flag.variable()), flag.variable()).filter(it -> !it.text().isEmpty());
  }

  private static Optional<Flag.Given> given(String text, String place) {
    return Optional.ofNullable(text).map(it -> new Flag.Given(it, place));
  }

  private static void rejectUnknown(Map<String, String> variables) {
    for (String name : variables.keySet()) {
      if (name.startsWith(Flag.VARIABLE_PREFIX)
          && !isServiceLink(name)
          && Flags.ALL.stream().noneMatch(flag -> flag.variable().equals(name))) {
        throw new ConfigException(
            name
                + ": unknown variable (with "
                + ConfigException.quote(variables.get(name))
                + "), expected one of "
                + Flags.ALL.stream().map(Flag::variable).collect(Collectors.joining(", ")));
      }
    }
  }

  /** Kubernetes gives each pod such variables for a service called training-exporter. */
  private static boolean isServiceLink(String name) {
    return name.substring(Flag.VARIABLE_PREFIX.length())
        .matches("SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?");
  }
}

package org.trainingexporter.web.flag;

import java.util.Map;
import java.util.Optional;

/** One place that can set a flag: the command line, the environment, a config file, the table. */
public interface ValueSource {
  /** The defaults of the table, which has one for every flag. */
  ValueSource DEFAULTS = flag -> Optional.of(new Flag.Given(flag.fallback(), "default"));

  /** Empty if this source does not set the flag. */
  Optional<Flag.Given> find(Flag<?> flag);

  /**
   * The command line.
   *
   * @param flags texts by flag name, without the dashes
   */
  static ValueSource commandLine(Map<String, String> flags) {
    return flag -> given(flags.get(flag.name()), "--" + flag.name());
  }

  /** The environment. An empty variable counts as unset, as Compose passes unset variables. */
  static ValueSource environment(FlagTable table, Map<String, String> variables) {
    return flag -> {
      String name = table.variable(flag);
      return given(variables.get(name), name).filter(it -> !it.text().isEmpty());
    };
  }

  private static Optional<Flag.Given> given(String text, String place) {
    return Optional.ofNullable(text).map(it -> new Flag.Given(it, place));
  }
}

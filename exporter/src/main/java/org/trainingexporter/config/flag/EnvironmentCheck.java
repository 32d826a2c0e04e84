package org.trainingexporter.config.flag;

import java.util.Map;
import org.trainingexporter.web.flag.ConfigException;

/** Finds variables that were meant for the exporter but name no flag. */
public final class EnvironmentCheck {
  /** Kubernetes sets such variables in each pod for a service called training-exporter. */
  private static final String SERVICE_LINK =
      "SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?";

  private EnvironmentCheck() {}

  /**
   * Checks the environment.
   *
   * @throws ConfigException if a variable has the exporter's prefix and names no flag
   */
  public static void rejectUnknown(Map<String, String> variables) {
    String prefix = Flags.TABLE.variablePrefix();
    for (String name : variables.keySet()) {
      if (name.startsWith(prefix)
          && !name.substring(prefix.length()).matches(SERVICE_LINK)
          && !Flags.TABLE.variables().contains(name)) {
        throw new ConfigException(
            name
                + ": unknown variable (with "
                + ConfigException.quote(variables.get(name))
                + "), expected one of "
                + String.join(", ", Flags.TABLE.variables()));
      }
    }
  }
}

package org.trainingexporter.config.value;

import java.util.Locale;

/** From which level on the exporter logs, the gravest first. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG;

  /** As slf4j-simple spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

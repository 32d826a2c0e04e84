package org.trainingexporter.config;

import java.util.Locale;

/** From which level on the exporter logs, the gravest first. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG;

  /** As slf4j-simple spells it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.trainingexporter.config.value;

import java.util.Locale;

/** The level from which on the exporter logs; the most severe level first. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG;

  /** The name that slf4j-simple knows. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

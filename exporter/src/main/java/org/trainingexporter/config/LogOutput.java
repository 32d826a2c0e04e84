package org.trainingexporter.config;

import org.trainingexporter.config.value.LogLevel;

/**
 * Configures slf4j-simple: to standard error, with ISO times. It reads these properties when the
 * first logger is created, so no class that {@code Main} loads earlier may have a logger.
 */
public final class LogOutput {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private LogOutput() {}

  public static void configure(LogLevel level) {
    set("defaultLogLevel", level.text());
    set("logFile", "System.err");
    set("showDateTime", "true");
    set("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    set("showThreadName", "false");
    set("showLogName", "false");
    set("showShortLogName", "true");
    if (!(System.err instanceof LogStream)) {
      System.setErr(new LogStream(System.err));
    }
  }

  private static void set(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }
}

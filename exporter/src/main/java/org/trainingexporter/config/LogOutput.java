package org.trainingexporter.config;

import java.util.List;
import org.trainingexporter.config.value.LogLevel;

/**
 * Tells slf4j-simple how to log: to standard error, with ISO times. It reads these properties when
 * the first logger is made, so no class that {@code Main} loads before may have one.
 */
public final class LogOutput {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  /** What the HTTP server is built on; its notices matter to nobody who watches a training. */
  private static final List<String> SERVER = List.of("io.undertow", "org.xnio", "org.jboss");

  private LogOutput() {}

  public static void configure(LogLevel level) {
    set("defaultLogLevel", level.text());
    set("logFile", "System.err");
    set("showDateTime", "true");
    set("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    set("showThreadName", "false");
    set("showLogName", "false");
    set("showShortLogName", "true");
    LogLevel quiet = level == LogLevel.ERROR ? LogLevel.ERROR : LogLevel.WARN;
    SERVER.forEach(name -> set("log." + name, quiet.text()));
    // Without this jboss-logging, which Undertow logs through, writes to java.util.logging.
    System.setProperty("org.jboss.logging.provider", "slf4j");
  }

  private static void set(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }
}

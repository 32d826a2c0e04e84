package org.trainingexporter.config;

import java.util.List;
import org.trainingexporter.config.value.LogLevel;

/**
 * Configures slf4j-simple: to standard error, with ISO times. It reads these properties when the
 * first logger is created, so no class that {@code Main} loads earlier may have a logger.
 */
public final class LogOutput {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  /** The libraries of the HTTP server, whose notices do not matter to users. */
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
    if (!(System.err instanceof LogStream)) {
      System.setErr(new LogStream(System.err));
    }
    SERVER.forEach(name -> set("log." + name, quiet.text()));
    // Else jboss-logging, which Undertow uses, writes to java.util.logging.
    System.setProperty("org.jboss.logging.provider", "slf4j");
  }

  private static void set(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }
}

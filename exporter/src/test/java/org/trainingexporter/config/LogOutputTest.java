package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trainingexporter.config.value.LogLevel;

final class LogOutputTest {
  private final Properties before = (Properties) System.getProperties().clone();

  @AfterEach
  void restoreProperties() {
    System.setProperties(before);
  }

  @Test
  void the_level_is_ours_while_the_http_server_speaks_from_warn_on() {
    LogOutput.configure(LogLevel.DEBUG);

    assertEquals("debug", property("defaultLogLevel"));
    assertEquals("warn", property("log.io.undertow"));
    assertEquals("warn", property("log.org.xnio"));
    assertEquals("warn", property("log.org.jboss"));
    assertEquals("System.err", property("logFile"));
  }

  @Test
  void error_silences_the_warnings_of_the_http_server_too() {
    LogOutput.configure(LogLevel.ERROR);

    assertEquals("error", property("defaultLogLevel"));
    assertEquals("error", property("log.io.undertow"));
  }

  private static String property(String name) {
    return System.getProperty("org.slf4j.simpleLogger." + name);
  }
}

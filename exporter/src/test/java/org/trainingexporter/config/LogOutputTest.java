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
  void the_level_is_ours_and_lines_go_to_standard_error() {
    LogOutput.configure(LogLevel.DEBUG);

    assertEquals("debug", property("defaultLogLevel"));
    assertEquals("System.err", property("logFile"));
  }

  private static String property(String name) {
    return System.getProperty("org.slf4j.simpleLogger." + name);
  }
}

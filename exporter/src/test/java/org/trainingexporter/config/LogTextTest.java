package org.trainingexporter.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class LogTextTest {
  @Test
  void what_has_no_look_of_its_own_is_written_as_its_number() {
    assertEquals("a\\u202Eb", LogText.of("a\u202Eb"), "text that runs backwards");
    assertEquals("a\\u0085b\\u2028c\\u2029d\\u000Ae", LogText.of("a\u0085b\u2028c\u2029d\ne"));
    assertEquals("\\u001B[31m\\u009B2J\\u007F", LogText.of("\u001B[31m\u009B2J\u007F"));
    assertEquals("\\u2066x\\u200B\\uFEFF", LogText.of("\u2066x\u200B\uFEFF"));
    assertEquals("\\uD800 \\U000E0001", LogText.of("\uD800 \uDB40\uDC01"));
  }

  @Test
  void words_of_any_language_stay() {
    String text = "C:\\run\tä ж 損失 🙂 100 % \"x\"";
    assertEquals(text, LogText.of(text));
  }

  @Test
  void a_line_of_the_log_stays_one_line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream log = new LogStream(new PrintStream(bytes, true, UTF_8));
    log.println("INFO run\nERROR made up\u202E");
    new IllegalStateException("one\ntwo").printStackTrace(log);
    String printed = bytes.toString(UTF_8);
    assertEquals("INFO run\\u000AERROR made up\\u202E", printed.lines().findFirst().orElse(""));
    assertEquals(
        "java.lang.IllegalStateException: one\\u000Atwo",
        printed.lines().skip(1).findFirst().orElse(""));
  }
}

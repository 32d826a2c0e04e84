package org.trainingexporter.config;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints each line as {@link LogText}, so that no text of a file can begin a line of its own. */
final class LogStream extends PrintStream {
  LogStream(PrintStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(String line) {
    super.println(LogText.of(String.valueOf(line)));
  }

  /** A line of a stack trace, whose first one is the exception with its message. */
  @Override
  public void println(Object line) {
    println(String.valueOf(line));
  }
}

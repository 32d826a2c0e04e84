package org.trainingexporter.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.trainingexporter.FakeCommands;

/** Enters command lines, and keeps what they print. Puts the system's properties back. */
final class Shell implements AfterEachCallback {
  final FakeCommands commands = new FakeCommands();
  private final Properties before = (Properties) System.getProperties().clone();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Returns the exit code. */
  int enter(String... arguments) {
    return new CommandLine(commands, stream(out), stream(err)).enter(Map.of(), arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setProperties(before);
  }
}

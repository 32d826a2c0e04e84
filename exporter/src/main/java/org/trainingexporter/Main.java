package org.trainingexporter;

import java.io.PrintStream;
import java.util.Map;
import org.trainingexporter.cli.CommandLine;

/** The entry point of the program, and the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out, System.err));
  }

  /** Runs the program and returns its exit code, for tests. */
  public static int run(
      String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return new CommandLine(new Application(out), out, err).enter(environment, args);
  }
}

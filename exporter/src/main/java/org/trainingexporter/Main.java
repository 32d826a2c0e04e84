package org.trainingexporter;

import java.io.PrintStream;
import java.util.Map;
import org.trainingexporter.cli.CommandLine;

/** Hands the arguments over; the only place that sets an exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.getenv(), System.out, System.err));
  }

  /** The same without the exit, for tests. */
  public static int run(
      String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return new CommandLine(new Application(out), out, err).enter(environment, args);
  }
}

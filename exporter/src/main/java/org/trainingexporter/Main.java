package org.trainingexporter;

import java.io.PrintStream;
import java.util.Map;
import org.trainingexporter.cli.CommandLine;
import org.trainingexporter.service.HeapGuard;

/** The entry point of the program, and the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          if (HeapGuard.isHeapFull(error)) {
            endOutOfMemory("out of memory: " + error.getMessage() + "; raise -Xmx");
          } else {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            error.printStackTrace();
          }
        });
    System.exit(run(args, System.getenv(), System.out, System.err));
  }

  /** Ends the process at once, without what normally happens at its end. */
  static void endOutOfMemory(String reason) {
    System.err.println("training-exporter: " + reason);
    Runtime.getRuntime().halt(HeapGuard.EXIT_CODE);
  }

  /** Runs the program and returns its exit code, for tests. */
  public static int run(
      String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return new CommandLine(new Application(out), out, err).enter(environment, args);
  }
}

package org.trainingexporter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another Java machine with this one's classes, for what a test needs a process of its own for. */
public final class ChildJvm {
  private final List<String> command = new ArrayList<>();
  private String output = "";

  private ChildJvm(List<String> before, List<String> options) {
    command.addAll(before);
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
  }

  public static ChildJvm with(String... options) {
    return new ChildJvm(List.of(), List.of(options));
  }

  /** As a user whom permissions bind: root gives its privileges up. */
  public static ChildJvm asOrdinaryUser() {
    boolean root = System.getProperty("user.name").equals("root");
    List<String> drop = List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all");
    return new ChildJvm(root ? drop : List.of(), List.of());
  }

  /** Runs a class's main method to its end. */
  public ChildJvm run(Class<?> main, String... args) throws IOException, InterruptedException {
    command.add(main.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    output = new String(process.getInputStream().readAllBytes(), UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed: " + errors);
    }
    return this;
  }

  /** What it wrote to standard output. */
  public String output() {
    return output;
  }
}

package org.trainingexporter;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process of its own, which watches a directory at a free port. */
final class ExporterProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  /** Returns when it listens. */
  ExporterProcess(Path directory, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(directory.toString(), "--gpu=off"));
    command.add("--web.listen-address=127.0.0.1:0");
    command.addAll(List.of(flags));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    url = String.valueOf(out.readLine()).replaceAll(".*(http\\S+)", "$1");
  }

  /** Its root, with a slash at the end. */
  String url() {
    return url;
  }

  /**
   * Sends it a signal.
   *
   * @param name without {@code SIG}
   */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("no signal could be sent");
    }
  }

  /** Its exit code, once it has ended. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

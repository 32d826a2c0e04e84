package org.trainingexporter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the name of an event file, which tells the process that writes it. */
final class EventFileProcessTest {
  private WatchedProcesses host;

  @BeforeEach
  void make(@TempDir Path root) throws IOException {
    host = new WatchedProcesses(root);
  }

  private void logsEvents(String name) throws IOException {
    host.logs(name);
    Path kernel = Files.createDirectories(host.path("proc/sys/kernel"));
    Files.writeString(kernel.resolve("hostname"), "node.7\n");
    Files.writeString(host.path("proc/stat"), "cpu 1 2\nbtime 1763799000\nprocesses 9\n");
  }

  private void runsProgram(long pid, long start) throws IOException {
    Files.createSymbolicLink(host.process(pid, start, 'S').resolve("exe"), host.path("python3"));
  }

  @Test
  void an_event_file_that_is_never_seen_open_names_its_process() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.0");
    runsProgram(10, 20_000);
    assertEquals(Map.of("llm", true), host.check());
    host.ends(10);
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void so_does_one_of_tensorflow() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.1.v2");
    runsProgram(10, 20_000);
    assertEquals(Map.of("llm", true), host.check());
  }

  @Test
  void a_process_younger_than_the_event_file_has_only_its_number() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.0");
    runsProgram(10, 40_000);
    assertEquals(Map.of(), host.check());
  }

  @Test
  void a_thread_of_the_kernel_writes_no_event_file() throws IOException {
    logsEvents("events.out.tfevents.1763799300.node.7.10.0");
    host.process(10, 2, 'S');
    assertEquals(Map.of(), host.check());
  }

  @Test
  void an_event_file_of_another_host_or_without_a_process_names_none() throws IOException {
    runsProgram(10, 20_000);
    logsEvents("events.out.tfevents.1763799300.node.8.10.0");
    assertEquals(Map.of(), host.check());
    logsEvents("events.out.tfevents.1763799300.node.7");
    assertEquals(Map.of(), host.check());
  }
}

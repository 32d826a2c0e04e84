package org.trainingexporter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the files that processes have open, and the cards that they use. */
final class ProcessWatchTest {
  private WatchedProcesses host;

  @BeforeEach
  void make(@TempDir Path root) throws IOException {
    host = new WatchedProcesses(root);
  }

  @Test
  void a_process_that_writes_the_log_is_alive_until_it_is_gone() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    assertEquals(Map.of("llm", true), host.check());
    host.ends(10);
    assertEquals(Map.of("llm", false), host.check());
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void from_then_on_the_process_is_watched_and_not_its_files() throws IOException {
    host.opens(10, WatchedProcesses.APPENDS);
    host.check();
    host.closes(10);
    assertEquals(Map.of("llm", true), host.check());
    host.ends(10);
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void a_zombie_is_gone() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    host.check();
    host.process(10, 100, 'Z');
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void another_process_with_the_same_id_is_another_process() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    host.check();
    host.closes(10);
    host.process(10, 101, 'S');
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void readers_and_the_exporter_itself_do_not_count() throws IOException {
    host.opens(10, WatchedProcesses.READS);
    host.opens(WatchedProcesses.SELF, WatchedProcesses.WRITES);
    assertEquals(Map.of(), host.check());
  }

  @Test
  void one_of_several_writers_is_enough() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    host.opens(11, WatchedProcesses.WRITES);
    host.check();
    host.ends(10);
    assertEquals(Map.of("llm", true), host.check());
    host.ends(11);
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void processes_are_searched_for_every_ten_seconds_while_the_log_moves() throws IOException {
    assertEquals(Map.of(), host.check());
    host.opens(10, WatchedProcesses.WRITES);
    host.write();
    assertEquals(Map.of(), host.check());
    assertEquals(Map.of("llm", true), host.check());
  }

  @Test
  void a_log_that_does_not_move_is_searched_for_once() throws IOException {
    host.check();
    host.opens(10, WatchedProcesses.WRITES);
    host.check();
    assertEquals(Map.of(), host.check());
  }

  @Test
  void a_log_that_has_not_moved_for_a_day_has_no_process() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    host.now += 24 * 3600;
    assertEquals(Map.of(), host.check());
  }

  @Test
  void a_log_that_moves_on_after_its_process_is_gone_has_another() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    host.check();
    host.ends(10);
    host.check();
    host.now += 20;
    host.write();
    assertEquals(Map.of(), host.check());
    host.opens(11, WatchedProcesses.WRITES);
    host.now += 10;
    host.write();
    assertEquals(Map.of("llm", true), host.check());
  }

  @Test
  void a_process_on_a_card_of_the_run_counts_though_it_never_opens_the_log() throws IOException {
    host.process(10, 100, 'R');
    assertEquals(Map.of("llm", true), host.check(Map.of("llm", Set.of(10L))));
    assertEquals(Map.of("llm", true), host.check());
    host.ends(10);
    assertEquals(Map.of("llm", false), host.check());
  }

  @Test
  void on_a_card_that_runs_share_each_process_counts_for_its_own() throws IOException {
    Path other = Files.createDirectories(host.path("rl"));
    Path itsLog = Files.writeString(other.resolve("train.jsonl"), "");
    host.runs =
        List.of(
            host.runs.get(0), new WatchedRun("rl", other, List.of(itsLog), "training", host.now));
    Path folder = host.process(10, 100, 'R');
    Files.createSymbolicLink(folder.resolve("cwd"), other);
    Set<Long> users = Set.of(10L);
    assertEquals(Map.of("rl", true), host.check(Map.of("llm", users, "rl", users)));
  }

  @Test
  void a_run_that_is_gone_is_not_remembered() throws IOException {
    host.opens(10, WatchedProcesses.WRITES);
    host.check();
    host.runs = List.of();
    assertEquals(Map.of(), host.check());
  }
}

package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What may happen to a training whose ranks log into a directory for each machine. */
final class JoinedMachinesTest {
  @TempDir private Path root;
  @TempDir private Path elsewhere;
  private WatchedDirectory logs;

  /** Two ranks on each of two machines. */
  @BeforeEach
  void join() throws IOException {
    logs = new WatchedDirectory(root);
    for (int rank = 0; rank < 4; rank++) {
      write("llm/node%d/rank%d.jsonl".formatted(rank / 2, rank), 1, 5);
    }
    logs.poll();
    assertIsWhole();
  }

  private void write(String file, int from, int to) throws IOException {
    logs.write(file, Lines.trains(from, to));
  }

  private void assertIsWhole() throws IOException {
    assertEquals(Set.of("llm/node0"), logs.names());
    assertEquals(
        List.of(0, 1, 2, 3),
        logs.run().ranks().ranks().stream().map(rank -> rank.place().rank()).toList());
  }

  @Test
  void a_file_of_errors_of_one_rank_leaves_them_together() throws IOException {
    logs.write(
        "llm/node1/error_rank2.jsonl",
        "{\"error_type\":\"OutOfMemoryError\",\"error_message\":\"x\",\"step\":4}\n");
    logs.pollLater().pollAfter(Duration.ofMinutes(1));
    assertIsWhole();
    assertEquals(1, logs.run().counts().errors().get("OutOfMemoryError"));
  }

  @Test
  void a_file_that_the_machine_without_rank_0_begins_leaves_them_together() throws IOException {
    logs.write("llm/node1/validation_rank3.jsonl", "{\"step\":4,\"eval_loss\":2.5}\n");
    logs.pollLater();
    assertIsWhole();
  }

  @Test
  void logs_may_be_rotated_at_a_time_of_each_machine() throws IOException {
    Path log = logs.path("llm/node1/rank3.jsonl");
    Files.move(log, log.resolveSibling("rank3.2025-11-22_08-15-02.jsonl"));
    write("llm/node1/rank3.jsonl", 6, 9);
    logs.pollLater();
    assertIsWhole();
    assertEquals(9, logs.run().ranks().ranks().get(3).step());
  }

  @Test
  void files_of_one_machine_alone_do_not_keep_it_apart() throws IOException {
    logs.write("late/node1/validation_rank1.jsonl", "{\"step\":4,\"eval_loss\":2.5}\n");
    write("late/node0/rank0.jsonl", 1, 5);
    write("late/node1/rank1.jsonl", 1, 5);
    logs.pollLater().pollAfter(Duration.ofMinutes(1));
    assertEquals(Set.of("late/node0", "llm/node0"), logs.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stderr.err", "requirements.txt", "hostname.txt", "nvidia-smi.csv"})
  void files_that_are_no_logs_keep_no_machine_apart(String file) throws IOException {
    logs.write("other/node1/" + file, "torch, 2.9\nnumpy, 2.3\n");
    write("other/node0/rank0.jsonl", 1, 5);
    write("other/node1/rank1.jsonl", 1, 5);
    logs.pollLater().pollAfter(Duration.ofMinutes(1));
    assertEquals(Set.of("llm/node0", "other/node0"), logs.names());
  }

  @Test
  void a_file_that_comes_later_leaves_them_together() throws IOException {
    logs.write("llm/node1/stderr.err", "torch, 2.9\n");
    logs.pollLater();
    assertIsWhole();
    logs.write("llm/node1/validation.jsonl", "{\"step\":4,\"eval_loss\":2.5}\n");
    logs.pollLater();
    assertIsWhole();
  }

  @ParameterizedTest
  @ValueSource(strings = {"node0", "node1"})
  void a_machine_that_is_away_for_a_while_comes_back_as_it_was(String machine) throws IOException {
    Path directory = logs.path("llm/" + machine);
    Files.move(directory, elsewhere.resolve(machine));
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
    logs.pollAfter(Duration.ofMinutes(9));
    assertEquals(Set.of("llm/node0"), logs.names());
    Files.move(elsewhere.resolve(machine), directory);
    logs.pollLater();
    assertIsWhole();
    assertEquals(5, logs.records());
    assertEquals(0, logs.run().counts().restarts() + logs.run().counts().rewinds());
  }

  @Test
  void a_machine_whose_leader_is_gone_for_good_is_a_run_of_its_own() throws IOException {
    Files.move(logs.path("llm/node0"), elsewhere.resolve("node0"));
    logs.pollLater().pollAfter(Duration.ofMinutes(10)).pollAfter(Duration.ofMinutes(1));
    assertEquals(Set.of("llm/node1"), logs.names());
  }

  @Test
  void ranks_that_are_dealt_out_again_while_a_machine_is_away_are_its_own() throws IOException {
    Files.move(logs.path("llm/node0"), elsewhere.resolve("node0"));
    logs.pollLater();
    write("llm/node1/rank0.jsonl", 1, 5);
    logs.pollLater().pollAfter(Duration.ofMinutes(1));
    assertEquals(Set.of("llm/node1"), logs.names());
  }
}

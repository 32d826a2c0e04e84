package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** One training whose ranks log into a directory for each machine. */
final class MachinesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  /** What the runs are called once nothing waits for a rank 0 that may come. */
  private Set<String> settled() {
    return logs.poll().pollAfter(Duration.ofMinutes(1)).names();
  }

  private void write(String file, int steps) throws IOException {
    logs.write(file, Lines.trains(1, steps));
  }

  private void ranks(String directory, int from, int to) throws IOException {
    for (int rank = from; rank <= to; rank++) {
      write("llm/" + directory + "/rank" + rank + ".jsonl", 5);
    }
  }

  private List<Integer> numbers(String run) throws IOException {
    return logs.run(run).ranks().ranks().stream().map(rank -> rank.place().rank()).toList();
  }

  private List<String> nodes(String run) throws IOException {
    return logs.run(run).ranks().ranks().stream().map(rank -> rank.place().node()).toList();
  }

  @Test
  void ranks_that_go_on_from_machine_to_machine_are_one_run() throws IOException {
    ranks("node0", 0, 3);
    ranks("node1", 4, 7);
    assertEquals(Set.of("llm/node0"), logs.poll().names());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), numbers("llm/node0"));
    assertEquals(List.of("0", "0", "0", "0", "1", "1", "1", "1"), nodes("llm/node0"));
    assertEquals(5, logs.records());
  }

  @ParameterizedTest
  @CsvSource({
    "node0, node1",
    "node-00, node-01",
    "host-a, host-b",
    "llm-master-0, llm-worker-0",
    "dgx-a100-03, dgx-a100-04",
    "noderank_0, noderank_1"
  })
  void a_machine_may_have_one_rank(String first, String second) throws IOException {
    write("llm/" + first + "/train_rank0.jsonl", 5);
    write("llm/" + second + "/train_rank1.jsonl", 5);
    assertEquals(Set.of("llm/" + first), logs.poll().names());
    assertEquals(List.of(0, 1), numbers("llm/" + first));
  }

  @Test
  void directories_of_ranks_may_lie_in_directories_of_machines() throws IOException {
    for (int rank = 0; rank < 4; rank++) {
      write("llm/node%d/rank_%d/train.jsonl".formatted(rank / 2, rank), 5);
    }
    assertEquals(Set.of("llm/node0"), logs.poll().names());
    assertEquals(List.of("0", "0", "1", "1"), nodes("llm/node0"));
  }

  @Test
  void directories_of_ranks_may_be_one_on_each_machine() throws IOException {
    write("llm/node0/rank_0/train.jsonl", 5);
    write("llm/node1/rank_1/train.jsonl", 5);
    assertEquals(Set.of("llm/node0"), settled());
    assertEquals(List.of("0", "1"), nodes("llm/node0"));
  }

  @Test
  void directories_of_ranks_may_be_dealt_out_in_turn() throws IOException {
    for (int rank = 0; rank < 6; rank++) {
      write("llm/node%d/rank_%d/train.jsonl".formatted(rank % 2, rank), 5);
    }
    assertEquals(Set.of("llm/node0"), settled());
    assertEquals(List.of(0, 1, 2, 3, 4, 5), numbers("llm/node0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs/rank%d.jsonl", "log/rank%d.jsonl", "logs/rank_%d/train.jsonl"})
  void the_logs_of_a_machine_may_lie_in_a_directory_of_their_own(String name) throws IOException {
    for (int rank = 0; rank < 2; rank++) {
      write("llm/node" + rank + "/" + name.formatted(rank), 5);
    }
    assertEquals(Set.of("llm/node0"), settled());
    assertEquals(List.of("0", "1"), nodes("llm/node0"));
  }

  @Test
  void a_directory_of_ranks_that_came_before_the_machine_with_rank_0_joins_it() throws IOException {
    write("llm/node1/rank_1/train.jsonl", 5);
    assertEquals(Set.of("llm/node1/rank_1"), settled());
    write("llm/node0/rank_0/train.jsonl", 5);
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
    assertEquals(List.of(0, 1), numbers("llm/node0"));
  }

  @Test
  void machines_with_the_same_ranks_are_runs_of_their_own() throws IOException {
    ranks("node0", 0, 1);
    ranks("node1", 0, 1);
    ranks("node2", 2, 3);
    assertEquals(Set.of("llm/node0", "llm/node1", "llm/node2"), settled());
  }

  @ParameterizedTest
  @CsvSource({"seed0, seed1", "gpu0, gpu1", "a, b", "small-node0, large-node1"})
  void other_directories_are_runs_of_their_own(String first, String second) throws IOException {
    ranks(first, 0, 1);
    ranks(second, 2, 3);
    assertEquals(Set.of("llm/" + first, "llm/" + second), settled());
  }

  @Test
  void a_machine_with_another_log_is_a_run_of_its_own() throws IOException {
    ranks("node0", 0, 1);
    ranks("node1", 2, 3);
    write("llm/node1/train.jsonl", 9);
    logs.poll();
    assertEquals(List.of(0, 1), numbers("llm/node0"));
  }

  @Test
  void a_machine_whose_logs_are_missing_leaves_the_others_together() throws IOException {
    ranks("node0", 0, 3);
    ranks("node3", 12, 15);
    assertEquals(Set.of("llm/node0"), logs.poll().names());
  }

  @Test
  void ranks_that_are_no_share_of_a_machine_need_all_others() throws IOException {
    ranks("node0", 0, 3);
    ranks("node2", 6, 7);
    assertEquals(Set.of("llm/node0", "llm/node2"), settled());
    ranks("node1", 4, 5);
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), numbers("llm/node0"));
  }

  @Test
  void ranks_dealt_out_in_turn_are_one_run() throws IOException {
    for (int rank = 0; rank < 6; rank++) {
      write("llm/node%d/rank%d.jsonl".formatted(rank % 2, rank), 5);
    }
    assertEquals(Set.of("llm/node0"), logs.poll().names());
  }

  @Test
  void machines_may_come_in_any_order_and_the_name_is_the_same() throws IOException {
    ranks("node1", 2, 3);
    assertEquals(Set.of("llm/node1"), settled());
    ranks("node0", 0, 1);
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
    ranks("node2", 4, 5);
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
    assertEquals(List.of(0, 1, 2, 3, 4, 5), numbers("llm/node0"));
  }

  @Test
  void a_machine_without_rank_0_waits_a_minute_for_the_one_with_it() throws IOException {
    ranks("node1", 2, 3);
    assertEquals(Set.of(), logs.poll().names());
    ranks("node0", 0, 1);
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
  }

  @Test
  void what_was_put_together_stays_so_while_a_machine_gets_more_ranks() throws IOException {
    ranks("node0", 0, 1);
    ranks("node1", 2, 3);
    logs.poll();
    ranks("node1", 3, 3);
    ranks("node1", 7, 7);
    assertEquals(Set.of("llm/node0"), logs.pollLater().names());
    assertEquals(List.of(0, 1, 2, 3, 7), numbers("llm/node0"));
  }

  /** The higher ranks of a second training had logged first. */
  @Test
  void a_rank_that_is_found_twice_parts_what_was_put_together() throws IOException {
    ranks("node0", 0, 1);
    ranks("node1", 2, 3);
    assertEquals(Set.of("llm/node0"), logs.poll().names());
    ranks("node1", 0, 1);
    assertEquals(Set.of("llm/node0", "llm/node1"), logs.pollLater().names());
    assertEquals(List.of(0, 1), numbers("llm/node0"));
    assertEquals(List.of(0, 1, 2, 3), numbers("llm/node1"));
  }

  @Test
  void a_directory_of_one_rank_is_of_the_run_above_before_the_others_come() throws IOException {
    write("llm/rank_0/train.jsonl", 5);
    assertEquals(Set.of("llm"), logs.poll().names());
    write("llm/rank_1/train.jsonl", 4);
    assertEquals(Set.of("llm"), logs.pollLater().names());
    assertEquals(List.of(0, 1), numbers("llm"));
  }
}

package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.watch.RankLogs.START;
import static org.trainingexporter.watch.RankLogs.each;
import static org.trainingexporter.watch.RankLogs.line;
import static org.trainingexporter.watch.RankLogs.lines;
import static org.trainingexporter.watch.RankLogs.numbers;
import static org.trainingexporter.watch.RankLogs.ranks;
import static org.trainingexporter.watch.RankLogs.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.run.rank.RankSnapshot;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.WatchedDirectory;

/** Which logs are of the ranks of one training, and which of them leads. */
final class RanksTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  @Test
  void files_of_ranks_are_compared_and_the_lowest_leads() throws IOException {
    for (int rank = 0; rank < 3; rank++) {
      logs.write("run/train_log.rank0" + rank + ".jsonl", steps(10 - rank));
    }
    logs.poll();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(List.of(0, 1, 2), numbers(logs));
    assertEquals(List.of(10.0, 9.0, 8.0), each(logs, RankSnapshot::step));
    assertEquals(List.of(2.0, 2.0, 2.0), each(logs, RankSnapshot::secondsPerStep));
    assertEquals(START + 16, ranks(logs).get(2).updated());
    assertEquals(10, logs.records());
  }

  @Test
  void a_rank_may_come_later() throws IOException {
    logs.write("run/rank0.jsonl", steps(5));
    logs.poll();
    logs.write("run/rank1.jsonl", steps(3));
    assertEquals(Set.of("run"), logs.pollLater().names());
    assertEquals(List.of(5.0, 3.0), each(logs, RankSnapshot::step));
  }

  @Test
  void rank_0_leads_though_others_have_logged_before() throws IOException {
    logs.write("run/rank1.jsonl", steps(5));
    logs.write("run/rank3.jsonl", steps(5));
    assertEquals(Set.of(), logs.poll().names());
    logs.write("run/rank0.jsonl", steps(4));
    logs.write("run/rank2.jsonl", steps(5));
    assertEquals(Set.of("run"), logs.pollLater().names());
    assertEquals(4, logs.step());
    assertEquals(List.of(4.0, 5.0, 5.0, 5.0), each(logs, RankSnapshot::step));
  }

  @Test
  void the_lowest_rank_that_trains_leads() throws IOException {
    logs.write("run/rank0.jsonl", "{\"step\":0,\"eval_loss\":9}\n");
    logs.write("run/rank1.jsonl", steps(5));
    assertEquals(Set.of("run"), logs.poll().pollAfter(Duration.ofMinutes(1)).names());
    assertEquals(5, logs.step());
  }

  @Test
  void rank_0_leads_though_it_validates_before_it_trains() throws IOException {
    logs.write("run/rank0.jsonl", "{\"step\":0,\"eval_loss\":9}\n");
    logs.poll();
    logs.write("run/rank1.jsonl", steps(5));
    logs.pollLater();
    logs.append("run/rank0.jsonl", steps(4));
    assertEquals(Set.of("run"), logs.pollLater().pollLater().pollLater().names());
    assertRank0LeadsAndValidates();
  }

  @Test
  void rank_0_leads_though_another_trains_when_only_its_validation_is_there() throws IOException {
    logs.write("run/rank0.jsonl", "{\"step\":0,\"eval_loss\":9}\n");
    logs.write("run/rank1.jsonl", steps(5));
    logs.poll();
    logs.append("run/rank0.jsonl", steps(4));
    assertEquals(Set.of("run"), logs.pollLater().pollLater().pollLater().names());
    assertRank0LeadsAndValidates();
  }

  private void assertRank0LeadsAndValidates() throws IOException {
    assertEquals(4, logs.step());
    assertEquals(List.of(4.0, 5.0), each(logs, RankSnapshot::step));
    assertEquals(
        Map.of(RecordKind.TRAIN, 4L, RecordKind.VALIDATION, 1L), logs.run().counts().records());
  }

  @Test
  void logs_of_ranks_that_are_old_wait_for_no_other() throws IOException {
    logs.clock.advance(
        Duration.between(logs.clock.instant(), Instant.ofEpochSecond(1_763_800_100)));
    logs.write("run/rank1.jsonl", steps(5));
    assertEquals(Set.of("run"), logs.poll().names());
  }

  @Test
  void a_log_that_vanished_while_it_waited_waits_anew() throws IOException {
    Path log = logs.write("run/rank1.jsonl", steps(5));
    logs.poll();
    Files.delete(log);
    logs.pollAfter(Duration.ofMinutes(1));
    logs.write("run/rank1.jsonl", steps(5));
    assertEquals(Set.of(), logs.pollLater().names());
    logs.write("run/rank0.jsonl", steps(4));
    assertEquals(Set.of("run"), logs.pollLater().names());
    assertEquals(4, logs.step());
  }

  @Test
  void a_rank_waits_for_a_lower_one_that_began_later() throws IOException {
    logs.write("run/rank8.jsonl", lines(2, 5, i -> line(i, 2, "")));
    logs.write("run/rank9.jsonl", lines(1, 5, i -> line(i, 2, "")));
    logs.pollAfter(Duration.between(logs.clock.instant(), Instant.ofEpochSecond(1_763_800_010)));
    assertEquals(Set.of(), logs.pollAfter(Duration.ofSeconds(53)).names());
    assertEquals(Set.of("run"), logs.pollLater().names());
    assertEquals(List.of(8, 9), numbers(logs));
  }

  @Test
  void directories_of_ranks_are_one_run() throws IOException {
    for (int rank = 0; rank < 2; rank++) {
      logs.write("run/rank_" + rank + "/train.jsonl", steps(4 + rank));
    }
    assertEquals(Set.of("run"), logs.poll().names());
    assertEquals(List.of(4.0, 5.0), each(logs, RankSnapshot::step));
  }

  @Test
  void what_torchrun_writes_of_each_process_is_one_run() throws IOException {
    for (int rank = 0; rank < 2; rank++) {
      logs.write(
          "run/attempt_0/" + rank + "/stdout.log", lines(1, 9, i -> "step " + i + " loss 2.5"));
    }
    assertEquals(Set.of("run/attempt_0"), logs.poll().names());
    assertEquals(List.of(0, 1), numbers(logs));
  }

  @Test
  void event_files_of_ranks_in_one_directory_are_told_apart() throws IOException {
    for (int rank = 0; rank < 2; rank++) {
      EventBytes events = new EventBytes();
      for (long step = 1; step <= 6 + rank; step++) {
        events.scalar(START + step, step, "loss", 4.0 / step);
      }
      String name = "run/events.out.tfevents.176380000" + rank + ".host.4" + rank + ".rank" + rank;
      logs.write(name, events.bytes());
    }
    logs.poll();
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(6, logs.step());
    assertEquals(List.of(6.0, 7.0), each(logs, RankSnapshot::step));
  }

  @Test
  void files_of_several_machines_are_one_run_where_no_rank_comes_twice() throws IOException {
    for (int rank = 0; rank < 4; rank++) {
      logs.write("run/log_node" + rank / 2 + "_rank" + rank + ".jsonl", steps(3));
    }
    assertEquals(Set.of("run"), logs.poll().names());
    assertEquals(
        List.of("0", "0", "1", "1"),
        ranks(logs).stream().map(rank -> rank.place().node()).toList());
  }

  @Test
  void ranks_that_begin_anew_on_each_machine_are_a_run_of_each() throws IOException {
    for (int i = 0; i < 4; i++) {
      logs.write("run/log_node" + i / 2 + "_rank" + i % 2 + ".jsonl", steps(3));
    }
    assertEquals(Set.of("run", "run/log_node1_rank0"), logs.poll().names());
  }

  @Test
  void ranks_of_matrices_are_runs_of_their_own() throws IOException {
    for (int rank : List.of(4, 8, 16)) {
      logs.write("a/adapter_rank" + rank + ".jsonl", steps(3));
      logs.write("b/rank_" + rank + "/train.jsonl", steps(3));
    }
    logs.poll().pollAfter(Duration.ofMinutes(1));
    assertEquals(6, logs.names().size());
  }

  @Test
  void the_ranks_of_one_machine_of_many_need_no_rank_0() throws IOException {
    for (int rank = 8; rank < 16; rank++) {
      logs.write("run/rank" + rank + ".jsonl", steps(3));
    }
    assertEquals(Set.of("run"), logs.poll().pollAfter(Duration.ofMinutes(1)).names());
    assertEquals(8, ranks(logs).size());
  }

  /**
   * Each host's exporter watches the directory; no file of another host's process is a run more.
   */
  @Test
  void a_shared_directory_seen_from_two_hosts_has_one_run_of_one_name() throws IOException {
    for (int rank = 0; rank < 4; rank++) {
      logs.write("ada/llm/train_rank%d.jsonl".formatted(rank), steps(10));
    }
    WatchedDirectory other = new WatchedDirectory(root);
    assertEquals(Set.of("ada/llm"), logs.poll().names());
    assertEquals(Set.of("ada/llm"), other.poll().names());
    assertEquals(List.of(0, 1, 2, 3), numbers(logs));
    assertEquals(logs.run().ranks().ranks(), other.run().ranks().ranks());
    assertEquals(10, logs.records());
    assertEquals(10, other.records());
  }
}

package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.rank.RankSnapshot;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.WatchedDirectory;

/** The processes of one training, each with a log or a rank of its own. */
final class RanksTest {
  private static final double START = 1_763_800_000;

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private static String lines(int from, int to, IntFunction<String> line) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  /** A step each two seconds. */
  private static String line(int step, double loss, String more) {
    return "{\"step\":%d,\"loss\":%s,\"timestamp\":%s%s}"
        .formatted(step, loss, START + 2 * step, more);
  }

  private static String steps(int to) {
    return lines(1, to, i -> line(i, 4.0 / i, ""));
  }

  private List<RankSnapshot> ranks() throws IOException {
    return logs.run().ranks().ranks();
  }

  private List<Integer> numbers() throws IOException {
    return ranks().stream().map(rank -> rank.place().rank()).toList();
  }

  private List<Double> of(ToDoubleFunction<RankSnapshot> number) throws IOException {
    return ranks().stream().mapToDouble(number).boxed().toList();
  }

  @Test
  void files_of_ranks_are_compared_and_the_lowest_leads() throws IOException {
    for (int rank = 0; rank < 3; rank++) {
      logs.write("run/train_log.rank0" + rank + ".jsonl", steps(10 - rank));
    }
    logs.poll();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(List.of(0, 1, 2), numbers());
    assertEquals(List.of(10.0, 9.0, 8.0), of(RankSnapshot::step));
    assertEquals(List.of(2.0, 2.0, 2.0), of(RankSnapshot::secondsPerStep));
    assertEquals(START + 16, ranks().get(2).updated());
    assertEquals(10, logs.records());
  }

  @Test
  void one_rank_alone_is_not_compared() throws IOException {
    logs.write("run/train_rank0.jsonl", steps(10));
    assertEquals(Set.of("run"), logs.poll().names());
    assertEquals(List.of(), ranks());
  }

  @Test
  void a_rank_may_come_later() throws IOException {
    logs.write("run/rank0.jsonl", steps(5));
    logs.poll();
    logs.write("run/rank1.jsonl", steps(3));
    assertEquals(Set.of("run"), logs.pollLater().names());
    assertEquals(List.of(5.0, 3.0), of(RankSnapshot::step));
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
    assertEquals(List.of(4.0, 5.0, 5.0, 5.0), of(RankSnapshot::step));
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
    assertEquals(List.of(4.0, 5.0), of(RankSnapshot::step));
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
    assertEquals(List.of(8, 9), numbers());
  }

  @Test
  void directories_of_ranks_are_one_run() throws IOException {
    for (int rank = 0; rank < 2; rank++) {
      logs.write("run/rank_" + rank + "/train.jsonl", steps(4 + rank));
    }
    assertEquals(Set.of("run"), logs.poll().names());
    assertEquals(List.of(4.0, 5.0), of(RankSnapshot::step));
  }

  @Test
  void what_torchrun_writes_of_each_process_is_one_run() throws IOException {
    for (int rank = 0; rank < 2; rank++) {
      logs.write(
          "run/attempt_0/" + rank + "/stdout.log", lines(1, 9, i -> "step " + i + " loss 2.5"));
    }
    assertEquals(Set.of("run/attempt_0"), logs.poll().names());
    assertEquals(List.of(0, 1), numbers());
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
    assertEquals(List.of(6.0, 7.0), of(RankSnapshot::step));
  }

  @Test
  void files_of_several_machines_are_one_run_where_no_rank_comes_twice() throws IOException {
    for (int rank = 0; rank < 4; rank++) {
      logs.write("run/log_node" + rank / 2 + "_rank" + rank + ".jsonl", steps(3));
    }
    assertEquals(Set.of("run"), logs.poll().names());
    assertEquals(
        List.of("0", "0", "1", "1"), ranks().stream().map(rank -> rank.place().node()).toList());
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
    assertEquals(8, ranks().size());
  }

  private static String ofTwoRanks(int to, String more) {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= to; step++) {
      for (int rank = 0; rank < 2; rank++) {
        String keys = ",\"rank\":" + rank + more.formatted(rank);
        lines.append(line(step, 4.0 / step + rank, keys)).append('\n');
      }
    }
    return lines.toString();
  }

  @Test
  void ranks_that_write_one_file_are_told_apart_by_their_key() throws IOException {
    logs.write("run/train.jsonl", ofTwoRanks(8, ",\"world_size\":2,\"local_rank\":%d"));
    logs.poll();
    assertEquals(8, logs.records());
    assertEquals(0.5, logs.run().signals().newest(Signal.LOSS));
    assertEquals(List.of(0.5, 1.5), of(RankSnapshot::loss));
    assertEquals(2, logs.run().ranks().worldSize());
    assertEquals("1", ranks().get(1).place().localRank());
    assertEquals(0, logs.run().counts().rewinds() + logs.run().counts().restarts());
  }

  @Test
  void ranks_that_write_one_file_one_after_the_other_make_no_restart() throws IOException {
    logs.write(
        "run/train.jsonl",
        lines(1, 8, i -> line(i, 2, ",\"rank\":0")) + lines(1, 6, i -> line(i, 2, ",\"rank\":1")));
    logs.poll();
    assertEquals(List.of(8.0, 6.0), of(RankSnapshot::step));
    assertEquals(0, logs.run().counts().restarts());
  }

  @Test
  void a_rank_that_is_the_same_or_moves_with_the_step_is_a_value() throws IOException {
    logs.write("run/train.jsonl", lines(1, 8, i -> line(i, 2, ",\"rank\":" + (30 - i))));
    logs.poll();
    assertEquals(List.of(), ranks());
    assertEquals(22, logs.run().values().get("rank"));
    assertEquals(8, logs.records());
  }

  @Test
  void another_rank_of_matrices_after_a_restart_is_a_restart() throws IOException {
    logs.write(
        "run/train.jsonl",
        lines(1, 8, i -> line(i, 2, ",\"rank\":8")) + lines(1, 6, i -> line(i, 2, ",\"rank\":16")));
    logs.poll();
    assertEquals(List.of(), ranks());
    assertEquals(1, logs.run().counts().restarts());
  }

  @Test
  void a_slow_rank_is_compared_by_the_time_that_it_logs() throws IOException {
    for (int rank = 0; rank < 3; rank++) {
      String time = ",\"step_time\":" + (rank == 2 ? 1.5 : 1);
      logs.write("run/rank" + rank + ".jsonl", lines(1, 9, i -> line(i, 2, time)));
    }
    logs.poll();
    assertEquals(List.of(1.0, 1.0, 1.5), of(RankSnapshot::slowdown));
  }

  @Test
  void losses_are_compared_at_the_same_steps() throws IOException {
    logs.write("run/rank0.jsonl", lines(1, 9, i -> line(i, 10 - i, "")));
    logs.write("run/rank1.jsonl", lines(1, 5, i -> line(i, 10 - i, "")));
    logs.write("run/rank2.jsonl", lines(1, 9, i -> line(i, 15 - i, "")));
    logs.poll();
    assertEquals(List.of(0.0, 0.0, 1.0), of(RankSnapshot::deviation));
  }

  @Test
  void a_rank_whose_loss_is_not_finite_deviates_without_bound() throws IOException {
    logs.write("run/rank0.jsonl", steps(4));
    logs.write("run/rank1.jsonl", steps(3) + lines(4, 4, i -> "{\"step\":" + i + ",\"loss\":NaN}"));
    logs.poll();
    assertEquals(Double.POSITIVE_INFINITY, ranks().get(1).deviation());
    assertEquals(4.0 / 3, ranks().get(1).loss());
  }

  @Test
  void an_error_of_any_rank_is_the_runs() throws IOException {
    String error = "{\"error_type\":\"OutOfMemoryError\",\"error_message\":\"x\",\"step\":4}";
    logs.write("run/rank0.jsonl", steps(4));
    logs.write("run/rank1.jsonl", steps(4) + lines(4, 4, i -> error));
    logs.poll();
    assertEquals(1, logs.run().counts().errors().get("OutOfMemoryError"));
  }

  @Test
  void a_rank_that_begins_again_forgets_its_steps() throws IOException {
    logs.write("run/rank0.jsonl", lines(1, 4, i -> line(i, 2, ",\"step_time\":1")));
    logs.write(
        "run/rank1.jsonl",
        lines(1, 9, i -> line(i, 2, ",\"step_time\":9"))
            + lines(1, 4, i -> line(i, 2, ",\"step_time\":1")));
    logs.poll();
    assertEquals(List.of(1.0, 1.0), of(RankSnapshot::slowdown));
    assertEquals(4, ranks().get(1).step());
  }

  @Test
  void a_rank_whose_log_begins_with_other_records_is_compared_once_it_trains() throws IOException {
    logs.write("run/rank0.jsonl", steps(4));
    logs.write("run/rank1.jsonl", "{\"step\":0,\"eval_loss\":9}\n");
    logs.poll();
    logs.append("run/rank1.jsonl", steps(4));
    logs.pollLater();
    assertEquals(List.of(4.0, 4.0), of(RankSnapshot::step));
  }

  @Test
  void of_more_ranks_than_are_compared_none_is_a_run() throws IOException {
    logs.write("run/rank0.jsonl", steps(3));
    logs.write("run/rank1024.jsonl", steps(3));
    assertEquals(Set.of("run"), logs.poll().names());
    assertTrue(ranks().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[rank%d]: ", "[Rank %d] ", "[default%1$d]:[rank%1$d]: ", "[1,%d]<stdout>:"})
  void a_launcher_names_the_rank_before_each_line(String label) throws IOException {
    String lines =
        lines(
            1,
            20,
            i -> {
              int step = (i + 1) / 2;
              String text = "step: %d, loss: %.3f, grad_norm: 0.5";
              return label.formatted((i + 1) % 2) + text.formatted(step, 4.0 / step);
            });
    logs.write("run/train.log", lines);
    logs.poll();
    assertEquals(List.of(0, 1), numbers());
    assertEquals(List.of(10.0, 10.0), of(RankSnapshot::step));
    assertEquals(10, logs.records());
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
    assertEquals(List.of(0, 1, 2, 3), numbers());
    assertEquals(logs.run().ranks().ranks(), other.run().ranks().ranks());
    assertEquals(10, logs.records());
    assertEquals(10, other.records());
  }
}

package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trainingexporter.watch.RankLogs.each;
import static org.trainingexporter.watch.RankLogs.line;
import static org.trainingexporter.watch.RankLogs.lines;
import static org.trainingexporter.watch.RankLogs.numbers;
import static org.trainingexporter.watch.RankLogs.ranks;
import static org.trainingexporter.watch.RankLogs.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.rank.RankSnapshot;
import org.trainingexporter.testing.WatchedDirectory;

/** The records of ranks: told apart where they are in one log, and compared. */
final class ComparedRanksTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  @Test
  void one_rank_alone_is_not_compared() throws IOException {
    logs.write("run/train_rank0.jsonl", steps(10));
    assertEquals(Set.of("run"), logs.poll().names());
    assertEquals(List.of(), ranks(logs));
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
    assertEquals(List.of(0.5, 1.5), each(logs, RankSnapshot::loss));
    assertEquals(2, logs.run().ranks().worldSize());
    assertEquals("1", ranks(logs).get(1).place().localRank());
    assertEquals(0, logs.run().counts().rewinds() + logs.run().counts().restarts());
  }

  @Test
  void ranks_that_write_one_file_one_after_the_other_make_no_restart() throws IOException {
    logs.write(
        "run/train.jsonl",
        lines(1, 8, i -> line(i, 2, ",\"rank\":0")) + lines(1, 6, i -> line(i, 2, ",\"rank\":1")));
    logs.poll();
    assertEquals(List.of(8.0, 6.0), each(logs, RankSnapshot::step));
    assertEquals(0, logs.run().counts().restarts());
  }

  @Test
  void a_rank_that_is_the_same_or_moves_with_the_step_is_a_value() throws IOException {
    logs.write("run/train.jsonl", lines(1, 8, i -> line(i, 2, ",\"rank\":" + (30 - i))));
    logs.poll();
    assertEquals(List.of(), ranks(logs));
    assertEquals(22, logs.run().values().get("rank"));
    assertEquals(8, logs.records());
  }

  @Test
  void another_rank_of_matrices_after_a_restart_is_a_restart() throws IOException {
    logs.write(
        "run/train.jsonl",
        lines(1, 8, i -> line(i, 2, ",\"rank\":8")) + lines(1, 6, i -> line(i, 2, ",\"rank\":16")));
    logs.poll();
    assertEquals(List.of(), ranks(logs));
    assertEquals(1, logs.run().counts().restarts());
  }

  @Test
  void a_slow_rank_is_compared_by_the_time_that_it_logs() throws IOException {
    for (int rank = 0; rank < 3; rank++) {
      String time = ",\"step_time\":" + (rank == 2 ? 1.5 : 1);
      logs.write("run/rank" + rank + ".jsonl", lines(1, 9, i -> line(i, 2, time)));
    }
    logs.poll();
    assertEquals(List.of(1.0, 1.0, 1.5), each(logs, RankSnapshot::slowdown));
  }

  @Test
  void losses_are_compared_at_the_same_steps() throws IOException {
    logs.write("run/rank0.jsonl", lines(1, 9, i -> line(i, 10 - i, "")));
    logs.write("run/rank1.jsonl", lines(1, 5, i -> line(i, 10 - i, "")));
    logs.write("run/rank2.jsonl", lines(1, 9, i -> line(i, 15 - i, "")));
    logs.poll();
    assertEquals(List.of(0.0, 0.0, 1.0), each(logs, RankSnapshot::deviation));
  }

  @Test
  void a_rank_whose_loss_is_not_finite_deviates_without_bound() throws IOException {
    logs.write("run/rank0.jsonl", steps(4));
    logs.write("run/rank1.jsonl", steps(3) + lines(4, 4, i -> "{\"step\":" + i + ",\"loss\":NaN}"));
    logs.poll();
    assertEquals(Double.POSITIVE_INFINITY, ranks(logs).get(1).deviation());
    assertEquals(4.0 / 3, ranks(logs).get(1).loss());
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
    assertEquals(List.of(1.0, 1.0), each(logs, RankSnapshot::slowdown));
    assertEquals(4, ranks(logs).get(1).step());
  }

  @Test
  void a_rank_whose_log_begins_with_other_records_is_compared_once_it_trains() throws IOException {
    logs.write("run/rank0.jsonl", steps(4));
    logs.write("run/rank1.jsonl", "{\"step\":0,\"eval_loss\":9}\n");
    logs.poll();
    logs.append("run/rank1.jsonl", steps(4));
    logs.pollLater();
    assertEquals(List.of(4.0, 4.0), each(logs, RankSnapshot::step));
  }

  @Test
  void of_more_ranks_than_are_compared_none_is_a_run() throws IOException {
    logs.write("run/rank0.jsonl", steps(3));
    logs.write("run/rank1024.jsonl", steps(3));
    assertEquals(Set.of("run"), logs.poll().names());
    assertTrue(ranks(logs).isEmpty());
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
    assertEquals(List.of(0, 1), numbers(logs));
    assertEquals(List.of(10.0, 10.0), each(logs, RankSnapshot::step));
    assertEquals(10, logs.records());
  }
}

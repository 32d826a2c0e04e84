package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;
import org.trainingexporter.testing.WatchedDirectory;

/** Rewards and episode lengths, and the checkpoints that rewards rate. */
final class RewardsTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private RunSnapshot read(String... lines) throws IOException {
    logs.write("a/train.jsonl", String.join("\n", lines) + "\n");
    return logs.pollLater().run("a");
  }

  private static String reward(int step, Object reward) {
    return "{\"step\":%d,\"episode_reward\":%s,\"episode_length\":%d}"
        .formatted(step, reward, 10 * step);
  }

  private static double best(RunSnapshot run) {
    return run.signals().best(Signal.REWARD);
  }

  private static List<String> bestCheckpoints(RunSnapshot run) {
    return run.checkpoints().stream()
        .filter(EvaluatedCheckpoint::best)
        .map(EvaluatedCheckpoint::name)
        .toList();
  }

  @Test
  void newest_mean_and_highest_reward_are_kept_with_the_episode_length() throws IOException {
    RunSnapshot run = read(reward(1, 2), reward(2, 9), reward(3, 4));
    assertEquals(4, run.signals().newest(Signal.REWARD));
    assertEquals(5, run.signals().mean(Signal.REWARD));
    assertEquals(9, best(run));
    assertEquals(30, run.signals().newest(Signal.EPISODE_LENGTH));
    assertTrue(run.values().isEmpty(), run.values().toString());
  }

  @Test
  void the_mean_is_of_the_last_hundred() throws IOException {
    String[] lines =
        Stream.iterate(1, i -> i + 1).limit(150).map(i -> reward(i, i)).toArray(String[]::new);
    assertEquals(100.5, read(lines).signals().mean(Signal.REWARD));
  }

  @Test
  void a_reward_that_is_no_number_leaves_the_finite_ones() throws IOException {
    RunSnapshot run = read(reward(1, 2), reward(2, "NaN"), reward(3, "Infinity"));
    assertEquals(2, run.signals().newest(Signal.REWARD));
    assertEquals(2, best(run));
  }

  @Test
  void after_a_rewind_the_highest_up_to_there_counts() throws IOException {
    RunSnapshot run = read(reward(10, 3), reward(20, 5), reward(30, 9), reward(25, 4));
    assertEquals(1, run.counts().rewinds());
    assertEquals(5, best(run));
    assertEquals(4, run.signals().mean(Signal.REWARD));
  }

  @Test
  void a_restart_begins_anew() throws IOException {
    RunSnapshot run = read(reward(10, 30), reward(20, 50), reward(1, 4));
    assertEquals(1, run.counts().restarts());
    assertEquals(4, best(run));
    assertEquals(4, run.signals().mean(Signal.REWARD));
  }

  @Test
  void the_best_checkpoint_is_that_of_the_highest_reward() throws IOException {
    logs.write("a/checkpoint-10/policy.zip", "x");
    logs.write("a/checkpoint-20/policy.zip", "x");
    logs.write("a/checkpoint-30/policy.zip", "x");
    RunSnapshot run = read(reward(10, 3), reward(20, 8), reward(30, 5));
    assertEquals(List.of("checkpoint-20"), bestCheckpoints(run));
    assertEquals(
        List.of(3.0, 8.0, 5.0),
        run.checkpoints().stream().map(EvaluatedCheckpoint::reward).toList());
  }

  @Test
  void a_validation_loss_rates_checkpoints_before_any_reward() throws IOException {
    logs.write("a/checkpoint-10/policy.zip", "x");
    logs.write("a/checkpoint-20/policy.zip", "x");
    RunSnapshot run =
        read(
            reward(10, 3),
            "{\"step\":10,\"eval_loss\":0.5}",
            reward(20, 8),
            "{\"step\":20,\"eval_loss\":0.75}");
    assertEquals(List.of("checkpoint-10"), bestCheckpoints(run));
    assertTrue(run.checkpoints().stream().allMatch(c -> Double.isNaN(c.reward())));
  }

  @Test
  void the_best_checkpoint_of_an_attempt_that_was_taken_back_is_none() throws IOException {
    logs.write("a/checkpoint-20/policy.zip", "x");
    logs.write("a/checkpoint-30/policy.zip", "x");
    RunSnapshot run = read(reward(20, 5), reward(30, 9), reward(25, 4), reward(30, 4.5));
    assertEquals(List.of("checkpoint-20"), bestCheckpoints(run));
  }
}

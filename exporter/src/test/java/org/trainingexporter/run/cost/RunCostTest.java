package org.trainingexporter.run.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.config.run.CostRule;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.host.CardUse;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.Watcher;

/** From a log and a configuration to costs and use of cards. */
final class RunCostTest {
  private static final double START = 1_763_798_400;
  private static final Instant NOW = Instant.ofEpochSecond((long) START + 4000);
  private static final Optional<Double> NONE = Optional.empty();

  @TempDir private Path root;

  /** An hour of a run that is to take two: 101 records of 1,000 tokens a second. */
  private RunSnapshot run(CostRule cost, List<String> gpus) throws IOException {
    StringBuilder log = new StringBuilder("{\"max_steps\":201}\n");
    for (int i = 0; i <= 100; i++) {
      log.append(
          "{\"step\":%d,\"loss\":2,\"tokens_per_sec\":1000,\"timestamp\":%.0f}\n"
              .formatted(i + 1, START + 36 * i));
    }
    Path file = Files.writeString(root.resolve("train.jsonl"), log);
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    RunRule empty = RunRule.empty();
    RunRule rule =
        new RunRule(
            empty.match(),
            Optional.empty(),
            Optional.empty(),
            NONE,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            gpus,
            cost);
    Logs logs = new Logs(FileState::of, 1 << 20);
    Watcher watcher =
        new Watcher(
            List.of(root),
            logs,
            run -> Optional.of(rule),
            ZoneOffset.UTC,
            Optional.empty(),
            InstantSource.fixed(NOW));
    watcher.poll();
    watcher.poll();
    return watcher.snapshots().get(0);
  }

  private static RunSnapshot joined(RunSnapshot run, int cards, String model) {
    return run.with(new HostFacts(ProcessState.UNSEEN, new CardUse(cards, model)));
  }

  private static Double sample(RunSnapshot run, String metric) {
    return new TrainingMetrics(() -> List.of(run), InstantSource.fixed(NOW), 1000)
        .collect().stream()
            .filter(family -> family.name.equals(metric))
            .map(family -> family.samples.get(0).value)
            .findFirst()
            .orElse(null);
  }

  @Test
  void hours_times_cards_times_price_are_the_cost() throws IOException {
    CostRule cost = new CostRule(Optional.of(2.5), "EUR", Optional.of(4L), NONE, NONE);
    RunSnapshot run = run(cost, List.of("0"));
    assertEquals(10, sample(run, "training_cost"), 1e-9);
    assertEquals(20, sample(run, "training_projected_cost"), 1e-9);
    assertEquals("EUR", run.currency());
  }

  @Test
  void the_cards_that_are_named_count_before_those_that_were_joined() throws IOException {
    CostRule cost = new CostRule(Optional.of(2.5), "USD", Optional.empty(), NONE, NONE);
    assertEquals(5, sample(joined(run(cost, List.of("0", "1")), 8, ""), "training_cost"), 1e-9);
    assertEquals(20, sample(joined(run(cost, List.of()), 8, ""), "training_cost"), 1e-9);
  }

  @Test
  void without_a_price_or_cards_there_is_no_cost() throws IOException {
    CostRule noCards = new CostRule(Optional.of(2.5), "USD", Optional.empty(), NONE, NONE);
    assertEquals(null, sample(run(noCards, List.of()), "training_cost"));
    assertEquals(null, sample(run(CostRule.NONE, List.of("0")), "training_cost"));
  }

  @Test
  void utilization_is_six_operations_a_parameter_and_token_of_the_peak() throws IOException {
    CostRule cost = new CostRule(NONE, "USD", Optional.empty(), Optional.of(26e9), NONE);
    RunSnapshot run = joined(run(cost, List.of()), 1, "NVIDIA A100-SXM4-80GB");
    String metric = "training_model_flops_utilization_ratio";
    assertEquals(6 * 26e9 * 1000 / 312e12, sample(run, metric), 1e-9);
    assertFalse(run.cost().utilization(Double.NaN, Double.NaN) > 0);
    assertEquals(null, sample(joined(run, 1, "Unheard-of"), metric));
  }

  @Test
  void a_configured_peak_needs_no_card_to_be_seen() throws IOException {
    CostRule cost =
        new CostRule(NONE, "USD", Optional.of(2L), Optional.of(26e9), Optional.of(156e12));
    assertEquals(0.5, sample(run(cost, List.of()), "training_model_flops_utilization_ratio"), 1e-9);
  }
}

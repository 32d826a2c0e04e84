package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trainingexporter.config.value.MetricsProfile;
import org.trainingexporter.contract.RuleMetricsTest;
import org.trainingexporter.run.RunSnapshot;

/** What the profile lean leaves out, and what it must not. */
final class LeanMetricsTest {
  private static final Path RULES = Path.of("..", "prometheus", "rules");

  private static List<String> shown(MetricsProfile profile) {
    RunSnapshot run =
        new MadeRun("a")
            .record(Scrape.NOW, "step", 1, "loss", 2, "lr", 0.1, "margin", 3)
            .routed(Scrape.NOW, "layer_1", "e0", 0.5, "e1", 0.5)
            .checkpoint(1, Scrape.NOW, 100, 1_000)
            .snapshot();
    Instant now = Instant.ofEpochSecond((long) Scrape.NOW);
    var metrics = TrainingMetrics.of(() -> List.of(run), () -> now, 1_000, profile, List.of());
    return Scrape.samples(Scrape.text(metrics));
  }

  @Test
  void alerts_have_all_that_they_need() throws IOException {
    Set<String> needed = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(RULES, "*.yml")) {
      for (Path file : files) {
        needed.addAll(
            RuleMetricsTest.names(
                Files.readAllLines(file).stream().filter(line -> !line.contains("#"))));
      }
    }
    assertTrue(needed.contains("training_run_state"));
    needed.removeIf(LeanMetrics::has);
    assertEquals(Set.of(), needed);
  }

  @Test
  void lean_has_a_part_of_what_full_has() {
    List<String> lean = shown(MetricsProfile.LEAN);
    List<String> full = shown(MetricsProfile.FULL);
    assertTrue(full.containsAll(lean));
    assertTrue(lean.size() < full.size());
    assertTrue(lean.stream().anyMatch(line -> line.startsWith("training_loss{")));
  }

  @Test
  void values_events_experts_and_what_checkpoints_are_rated_by_are_left_out() {
    for (String metric :
        List.of(
            "training_value",
            "training_event_timestamp_seconds",
            "training_expert_load_ratio",
            "training_checkpoint_step")) {
      assertTrue(shown(MetricsProfile.FULL).stream().anyMatch(l -> l.startsWith(metric)), metric);
      assertFalse(shown(MetricsProfile.LEAN).stream().anyMatch(l -> l.startsWith(metric)), metric);
    }
  }
}

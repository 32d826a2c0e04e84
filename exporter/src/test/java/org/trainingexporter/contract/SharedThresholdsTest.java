package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.trainingexporter.run.rank.RankPlace;
import org.trainingexporter.run.rank.RankSnapshot;
import org.trainingexporter.run.time.StallRule;

/** The exporter judges by the same numbers as the alerts in prometheus/rules/thresholds.yml. */
final class SharedThresholdsTest {
  private static final double SLOW = threshold("rank_slowdown_ratio");
  private static final double INTERVALS = threshold("stalled_intervals");
  private static final double SECONDS = threshold("stalled_seconds");
  private static final double NEWEST = 1_763_800_000;

  private static double threshold(String name) {
    return PrometheusFiles.rules(PrometheusFiles.ROOT.resolve("rules/thresholds.yml"))
        .filter(rule -> rule.path("record").asText().equals("threshold:" + name))
        .findFirst()
        .orElseThrow()
        .path("expr")
        .asDouble(Double.NaN);
  }

  private static RankSnapshot rank(double silence, double interval, double slowdown) {
    RankPlace place = new RankPlace(1, "", "");
    return new RankSnapshot(place, 10, 2, 1, NEWEST - silence, interval, slowdown, 0);
  }

  @Test
  void a_rank_is_slow_above_the_alerts_threshold() {
    assertFalse(rank(0, 1, SLOW).isSlow());
    assertTrue(rank(0, 1, Math.nextUp(SLOW)).isSlow());
  }

  @Test
  void a_rank_of_fast_records_is_silent_after_the_alerts_seconds() {
    assertFalse(rank(SECONDS, 1, 1).isSilent(NEWEST));
    assertTrue(rank(SECONDS + 1, 1, 1).isSilent(NEWEST));
  }

  @Test
  void a_rank_of_slow_records_is_silent_after_the_alerts_intervals() {
    assertFalse(rank(INTERVALS * SECONDS, SECONDS, 1).isSilent(NEWEST));
    assertTrue(rank(INTERVALS * SECONDS + 1, SECONDS, 1).isSilent(NEWEST));
  }

  @Test
  void a_run_stalls_by_the_same_numbers() {
    assertEquals(SECONDS, StallRule.LEAST);
    assertEquals(INTERVALS * SECONDS, StallRule.after(SECONDS, 0));
  }
}

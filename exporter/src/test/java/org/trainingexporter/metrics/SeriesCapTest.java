package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.run.RunSnapshot;

final class SeriesCapTest {
  private static final String DROPPED = "training_exporter_series_dropped{run=\"%s\",} %s";

  private final RunSnapshot rich = TrainingMetricsTest.rich().snapshot();

  @Test
  void a_run_within_the_cap_drops_nothing() {
    assertTrue(Scrape.of(rich).contains(DROPPED.formatted("llm/rich", "0.0")));
  }

  @Test
  void shares_of_experts_are_left_out_first() {
    int all = Scrape.samples(Scrape.of(rich)).size() - 1;
    String text = Scrape.text(Scrape.training(all - 2, rich));
    assertEquals(all - 2, Scrape.samples(text).size() - 1);
    assertTrue(text.contains("expert=\"0\""), text);
    assertFalse(text.contains("expert=\"1\""), text);
    assertTrue(text.contains("training_value"), text);
    assertTrue(text.contains(DROPPED.formatted("llm/rich", "2.0")), text);
  }

  @Test
  void one_run_does_not_take_the_room_of_another() {
    RunSnapshot other = new MadeRun("b").record(Scrape.NOW, "step", 1, "loss", 2).snapshot();
    String text = Scrape.text(Scrape.training(70, rich, other));
    assertTrue(text.contains(DROPPED.formatted("b", "0.0")), text);
    assertFalse(text.contains(DROPPED.formatted("llm/rich", "0.0")), text);
  }

  @Test
  void keys_that_the_run_does_not_keep_count_as_dropped() {
    MadeRun wide = new MadeRun("wide").record(Scrape.NOW, "step", 1, "loss", 2);
    for (int i = 0; i < 205; i++) {
      wide.record(Scrape.NOW, "key" + i, i);
    }
    assertTrue(Scrape.of(wide.snapshot()).contains(DROPPED.formatted("wide", "5.0")));
  }

  @Test
  void a_filter_reads_what_it_names_and_no_more() {
    var capped = Scrape.training(3, rich);
    assertEquals(
        List.of(
            "training_loss{run=\"llm/rich\",} 1.5", "training_steps_total{run=\"llm/rich\",} 10.0"),
        Scrape.samples(Scrape.filtered(capped, "training_loss", "training_steps_total")));
  }

  @Test
  void what_is_dropped_is_the_same_when_it_alone_is_asked_for() {
    var capped = Scrape.training(50, rich);
    String whole = Scrape.text(capped);
    List<String> alone =
        Scrape.samples(Scrape.filtered(capped, "training_exporter_series_dropped"));
    assertEquals(1, alone.size());
    assertTrue(whole.contains(alone.get(0)), whole);
  }
}

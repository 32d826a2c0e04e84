package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trainingexporter.metrics.Scrape.NOW;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.testing.ExpectedFile;

final class TrainingMetricsTest {
  private static final double START = NOW - 100;

  /** A run that has something for every row. */
  static MadeRun rich() {
    return new MadeRun("llm/rich", new RunConfig(1_000, 20, 5e-6))
        .record(START, "step", 0, "eval_loss", 2)
        .record(START + 10, trained(10, 2.5, 1.25, "tokens_seen", 1_000, "num_epochs", 3))
        .record(START + 20, trained(20, 1.5, 0.75, "tokens_seen", 3_000, "acc", 40, "odd", 7))
        .record(START + 22, trained(20, 1.5, 0.75, "reward", 3, "episode_length", 60))
        .record(START + 25, "step", 20, "eval_loss", 1, "eval_acc", 0.5, "epoch", 1)
        .checkpoint(20, START + 26, 4_096, 1e9)
        .routed(START + 30, "layer_3", "expert_0", 0.75, "expert_1", 0.25, "expert_2", 0.0)
        .error(START + 31, "OutOfMemoryError", "GPU \"0\"\nis full")
        .rejected(Rejection.NOT_JSON)
        .rejected(Rejection.OUT_OF_RANGE)
        .record(START + 40, trained(15, 1.75, Double.NaN))
        .record(START + 50, trained(12, 1.5, 0.5, "samples_per_second", 8));
  }

  private static Object[] trained(double step, double loss, double norm, Object... more) {
    Object[] common = {
      "step", step, "loss", loss, "grad_norm", norm, "learning_rate", 1e-6, "aux_loss", 0.02
    };
    Object[] all = new Object[common.length + more.length];
    System.arraycopy(common, 0, all, 0, common.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return all;
  }

  @Test
  void a_whole_scrape_is_as_recorded() throws IOException {
    var finished = new MadeRun("done").record(START, "epoch", 1, "loss", 0.5).end(START + 1);
    new ExpectedFile("src/test/resources/metrics/scrape.prom", "update.golden")
        .assertHolds(Scrape.of(rich().snapshot(), finished.snapshot()));
  }

  @Test
  void without_runs_there_is_nothing() {
    assertEquals("", Scrape.of());
  }

  @Test
  void what_is_unknown_has_no_series() {
    String text = Scrape.of(new MadeRun("a").record(Double.NaN, "step", 1, "loss", 2).snapshot());
    assertTrue(text.contains("training_loss{run=\"a\",} 2.0"), text);
    assertFalse(Scrape.samples(text).stream().anyMatch(s -> s.endsWith("NaN")), text);
    assertFalse(text.contains("training_epoch"), text);
    assertFalse(text.contains("training_event_timestamp_seconds"), text);
  }

  @Test
  void a_signal_that_breaks_keeps_its_last_number_and_is_told() {
    var run = new MadeRun("a").record(START, "step", 1, "loss", 2);
    run.record(START + 1, "step", 2, "loss", Double.NaN);
    List<String> samples = Scrape.samples(Scrape.of(run.snapshot()));
    assertTrue(samples.contains("training_loss{run=\"a\",} 2.0"));
    assertTrue(samples.contains("training_finite{run=\"a\",signal=\"loss\",} 0.0"));
    assertTrue(samples.contains("training_nonfinite_total{run=\"a\",signal=\"loss\",} 1.0"));
    assertTrue(samples.contains("training_run_state{run=\"a\",state=\"not_finite\",} 1.0"));
  }

  @Test
  void plain_values_are_finite_again_with_the_first_record_that_has_no_other() {
    String finite = "training_finite{run=\"a\",signal=\"other\",}";
    var run = new MadeRun("a").record(START, "step", 1, "loss", 2, "x", Double.NaN, "y", 1);
    assertTrue(Scrape.of(run.snapshot()).contains(finite + " 0.0"));
    run.record(START + 1, "step", 2, "loss", 2, "y", 1);
    assertTrue(Scrape.of(run.snapshot()).contains(finite + " 1.0"));
  }

  @Test
  void experts_whose_names_end_alike_keep_their_names() {
    var run = new MadeRun("a").routed(START, "layer_1", "shared_0", 0.25, "expert_0", 0.75);
    List<String> samples = Scrape.samples(Scrape.of(run.snapshot()));
    String load = "training_expert_load_ratio{run=\"a\",layer=\"1\",expert=\"%s\",} %s";
    assertTrue(samples.contains(load.formatted("shared_0", 0.25)), samples::toString);
    assertTrue(samples.contains(load.formatted("expert_0", 0.75)), samples::toString);
  }

  @Test
  void a_name_that_stands_twice_is_one_series() {
    var run = new MadeRun("a").routed(START, "1", "expert_9", 0.25, "expert_9", 0.75);
    List<String> samples = Scrape.samples(Scrape.of(run.snapshot()));
    assertEquals(1, samples.stream().filter(s -> s.contains("expert=\"9\"")).count());
  }

  @Test
  void a_number_of_any_length_names_an_expert() {
    var run = new MadeRun("a").routed(START, "1", "expert_" + "7".repeat(400), 1.0);
    assertTrue(Scrape.of(run.snapshot()).contains("expert=\"" + "7".repeat(18) + "\""));
  }

  @Test
  void any_text_may_be_a_label() {
    String name = "a\"b\\c\nd{}<é>";
    String text = Scrape.of(new MadeRun(name).record(START, "step", 1, "loss", 2).snapshot());
    assertTrue(text.contains("training_loss{run=\"a\\\"b\\\\c\\nd{}<é>\",} 2.0"), text);
  }

  @Test
  void a_counter_is_named_as_both_formats_want_it() {
    var collector = Scrape.training(20_000, rich().snapshot());
    String text = Scrape.text(collector);
    assertTrue(text.contains("# TYPE training_steps_total counter\n"), text);
    assertTrue(text.contains("\ntraining_steps_total{run=\"llm/rich\",} 10.0\n"), text);
    String open = Scrape.openMetrics(collector);
    assertTrue(open.contains("# TYPE training_steps counter\n"), open);
    assertTrue(open.contains("\ntraining_steps_total{run=\"llm/rich\"} 10.0\n"), open);
  }
}

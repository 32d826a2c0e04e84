package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.position.RunConfig;

/** What each warning counts, and how few events it makes. The table of docs/layer-records.md. */
final class WarningsTest {
  private final KeyRegistry fields = new KeyRegistry(Map.of());
  private final RunState run = new RunState(fields, RunConfig.NONE);
  private final LogRecord record = new LogRecord();
  private int step;

  private void train(double loss) {
    record.begin(++step);
    record.setTime(1e9 + step);
    record.add(fields.of("step"), step);
    record.add(fields.of("loss"), loss);
    run.apply(record);
  }

  private void evaluate(double loss) {
    record.begin(step);
    record.add(fields.of("step"), step);
    record.add(fields.of("eval_loss"), loss);
    run.apply(record);
  }

  /** A record with the gradient norms of layers, from the first to the last. */
  private void norms(double... norms) {
    record.begin(++step);
    LayerReadings layers = record.setLayers();
    for (int i = 0; i < norms.length; i++) {
      layers.add("layer" + i, Tensor.GRADIENT).set(Statistic.NORM, norms[i]);
    }
    run.apply(record);
  }

  private void deadUnits(double share) {
    record.begin(++step);
    record.setLayers().add("relu", Tensor.ACTIVATION).set(Statistic.ZERO_UNITS, share);
    run.apply(record);
  }

  private long count(String kind) {
    return snapshot().counts().warnings().get(kind);
  }

  private List<String> events() {
    return snapshot().events().stream()
        .filter(e -> e.type().equals("warning"))
        .map(RunEvent::message)
        .toList();
  }

  private RunSnapshot snapshot() {
    return run.snapshot(new RunIdentity("a", "a", "custom"), Double.NaN);
  }

  @Test
  void all_kinds_are_there_from_the_start() {
    assertEquals(
        Map.of("exploding", 0L, "vanishing", 0L, "dead", 0L, "overfitting", 0L, "plateau", 0L),
        snapshot().counts().warnings());
  }

  @Test
  void a_gradient_explodes_above_a_thousand_at_once() {
    norms(1, 1_000);
    assertEquals(0, count("exploding"));
    norms(1, 1_001);
    norms(1, Double.POSITIVE_INFINITY);
    assertEquals(2, count("exploding"));
    assertEquals(List.of("exploding gradient: norm 1001 in layer layer1"), events());
  }

  @Test
  void a_gradient_explodes_above_ten_medians_once_twenty_are_known() {
    for (int i = 0; i < 19; i++) {
      norms(2);
    }
    norms(21);
    assertEquals(0, count("exploding"));
    norms(20);
    assertEquals(0, count("exploding"));
    norms(20.5);
    assertEquals(1, count("exploding"));
  }

  @Test
  void first_layers_vanish_against_the_last_or_alone() {
    norms(1.1e-4, 1, 1, 1);
    norms(2e-6);
    assertEquals(0, count("vanishing"));
    norms(0.9e-4, 1, 1, 1);
    norms(0.9e-6);
    assertEquals(2, count("vanishing"));
  }

  @Test
  void of_eight_layers_two_are_first() {
    norms(1e-5, 3e-4, 1, 1, 1, 1, 1, 1);
    assertEquals(0, count("vanishing"));
    norms(1e-5, 1.5e-4, 1, 1, 1, 1, 1, 1);
    assertEquals(1, count("vanishing"));
  }

  @Test
  void units_are_dead_above_a_tenth() {
    deadUnits(0.1);
    assertEquals(0, count("dead"));
    deadUnits(0.11);
    assertEquals(1, count("dead"));
  }

  @Test
  void what_goes_on_or_flickers_makes_one_event_in_a_hundred_records() {
    for (int i = 0; i < 100; i++) {
      deadUnits(i % 2 == 0 ? 0.5 : 0);
    }
    assertEquals(50, count("dead"));
    assertEquals(1, events().size());
    deadUnits(0.5);
    assertEquals(2, events().size());
    for (int i = 0; i < 300; i++) {
      deadUnits(0.5);
    }
    assertEquals(2, events().size(), "it has not begun anew");
  }

  @Test
  void overfitting_takes_three_rises_while_the_training_loss_falls() {
    double[] training = {2, 1.5, 1, 0.8, 0.7, 0.6};
    double[] validation = {1.9, 1.7, 1.8, 1.9, 2.0, 2.1};
    for (int i = 0; i < training.length; i++) {
      train(training[i]);
      evaluate(validation[i]);
      assertEquals(Math.max(0, i - 3), count("overfitting"));
    }
    assertTrue(events().get(0).startsWith("overfitting: the validation loss rose 3 times"));
  }

  @Test
  void a_training_loss_that_rises_too_is_no_overfitting() {
    for (int i = 0; i < 8; i++) {
      train(1 + i);
      evaluate(1 + i);
    }
    assertEquals(0, count("overfitting"));
  }

  @Test
  void an_evaluation_that_does_not_rise_begins_the_count_anew() {
    for (double loss : new double[] {1, 2, 3, 3, 4, 5}) {
      train(10 - step);
      evaluate(loss);
    }
    assertEquals(0, count("overfitting"));
  }

  @Test
  void a_plateau_takes_three_blocks_that_do_not_fall() {
    trains(100, 2);
    trains(299, 1.999);
    assertEquals(0, count("plateau"));
    trains(1, 1.999);
    assertEquals(1, count("plateau"));
    trains(100, 2.5);
    assertEquals(2, count("plateau"));
    assertEquals(1, events().size());
    trains(100, 1.9);
    trains(200, 1.9);
    assertEquals(2, count("plateau"), "it fell in between");
  }

  @Test
  void a_loss_that_falls_slowly_is_no_plateau() {
    for (int i = 0; i < 20; i++) {
      trains(100, 2 * Math.pow(0.998, i));
    }
    assertEquals(0, count("plateau"));
  }

  @Test
  void a_rewind_begins_the_plateau_anew() {
    trains(390, 2);
    step = 200;
    trains(390, 2);
    assertEquals(0, count("plateau"));
  }

  @Test
  void a_lowered_learning_rate_needs_as_much_more_patience() {
    rate(1e-3);
    trains(100, 2);
    rate(5e-4);
    trains(599, 2);
    assertEquals(0, count("plateau"));
    trains(1, 2);
    assertEquals(1, count("plateau"));
  }

  private void rate(double rate) {
    record.begin(++step);
    record.add(fields.of("step"), step);
    record.add(fields.of("loss"), Double.NaN);
    record.add(fields.of("learning_rate"), rate);
    run.apply(record);
  }

  private void trains(int records, double loss) {
    for (int i = 0; i < records; i++) {
      train(loss);
    }
  }
}

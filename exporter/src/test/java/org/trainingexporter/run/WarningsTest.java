package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.run.warning.WarningSnapshot;

/** What the warnings of losses count: overfitting, plateaus, divergence. */
final class WarningsTest extends WarnedRun {
  @Test
  void all_kinds_are_there_from_the_start() {
    assertEquals(
        Stream.of("exploding", "vanishing", "dead", "overfitting", "plateau", "diverged")
            .map(kind -> new WarningSnapshot(kind, 0, false))
            .toList(),
        snapshot().warnings());
  }

  @Test
  void overfitting_takes_three_validations_above_the_best_while_the_training_loss_falls() {
    double[] training = {2, 1.5, 1, 0.8, 0.7, 0.6};
    double[] validation = {1.9, 1.7, 1.8, 1.75, 1.74, 1.8};
    for (int i = 0; i < training.length; i++) {
      train(training[i]);
      evaluate(validation[i]);
      assertEquals(i < 4 ? 0 : 1, count("overfitting"));
    }
    assertTrue(isActive("overfitting"));
    assertEquals(
        List.of(
            "overfitting: the validation loss is 1.7400, above its best of 1.7000 for 3"
                + " validations; the training loss fell from 1.5000 to 0.70000"),
        events());
  }

  @Test
  void overfitting_is_over_when_the_validation_loss_is_near_its_best_again() {
    for (double loss : new double[] {1, 1.1, 1.1, 1.1, 1.015}) {
      train(10 - step);
      evaluate(loss);
    }
    assertTrue(isActive("overfitting"));
    evaluate(1.009);
    assertFalse(isActive("overfitting"));
    assertEquals(1, count("overfitting"));
  }

  @Test
  void a_validation_loss_that_creeps_up_by_less_than_a_fiftieth_is_no_overfitting() {
    for (int i = 0; i < 90; i++) {
      train(10.0 / (i + 1));
      evaluate(1 + 0.0002 * i);
    }
    assertEquals(0, count("overfitting"));
  }

  @Test
  void a_validation_that_is_told_twice_counts_once() {
    for (double loss : new double[] {1, 1.1, 1.2}) {
      train(10 - step);
      evaluate(loss);
      evaluate(loss);
    }
    assertEquals(0, count("overfitting"));
    train(1);
    evaluate(1.3);
    assertEquals(1, count("overfitting"));
  }

  @Test
  void a_best_before_the_training_is_compared_with_what_was_trained_next() {
    evaluate(1);
    for (double loss : new double[] {3, 2, 1, 0.5}) {
      train(loss);
      evaluate(1.5);
    }
    assertEquals(1, count("overfitting"));
  }

  @Test
  void a_restart_ends_what_lasts() {
    for (double loss : new double[] {1, 1.1, 1.1, 1.1}) {
      train(10 - step);
      evaluate(loss);
    }
    deadUnits(0.5);
    step = 0;
    train(5);
    assertEquals(1, snapshot().counts().restarts());
    assertFalse(isActive("overfitting"));
    assertFalse(isActive("dead"));
    assertEquals(1, count("overfitting"));
  }

  @Test
  void a_loss_that_leaps_and_stays_has_diverged() {
    wave(100, 0.1);
    wave(19, 0.47);
    assertEquals(0, count("diverged"));
    wave(1, 0.47);
    assertEquals(1, count("diverged"));
    wave(400, 0.47);
    assertEquals(1, count("diverged"));
    assertTrue(isActive("diverged"));
    assertEquals("diverged: the loss leapt from 0.1000 to 0.4700 and stays there", events().get(1));
    wave(20, 0.1);
    assertFalse(isActive("diverged"));
    wave(100, 0.1);
    wave(50, 0.47);
    assertEquals(2, count("diverged"));
  }

  @Test
  void a_spike_that_comes_down_again_has_not_diverged() {
    wave(100, 0.1);
    wave(15, 0.47);
    wave(100, 0.1);
    assertEquals(0, count("diverged"));
  }

  @Test
  void a_loss_whose_tail_is_heavy_has_not_diverged() {
    for (int i = 0; i < 50; i++) {
      wave(9, 1);
      wave(3, 4);
    }
    assertEquals(0, count("diverged"));
  }

  @Test
  void a_training_by_rewards_does_not_diverge() {
    record.begin(++step);
    record.add(fields.of("step"), step);
    record.add(fields.of("episode_reward_mean"), 1);
    run.apply(record);
    wave(100, 0.1);
    wave(100, 0.9);
    assertEquals(0, count("diverged"));
  }

  private void wave(int records, double loss) {
    for (int i = 0; i < records; i++) {
      train(loss * (1 + 0.01 * (step % 5 - 2)));
    }
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
  void a_validation_near_the_best_begins_the_count_anew() {
    for (double loss : new double[] {1, 2, 3, 1.01, 4, 5}) {
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
    trains(100, 2.1);
    assertEquals(1, count("plateau"));
    assertEquals(1, events().size());
    assertTrue(isActive("plateau"));
    trains(100, 1.9);
    assertFalse(isActive("plateau"));
    trains(200, 1.9);
    assertEquals(1, count("plateau"), "it fell in between");
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
    trains(10, 2);
    assertTrue(isActive("plateau"));
    step = 200;
    trains(1, 2);
    assertFalse(isActive("plateau"));
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

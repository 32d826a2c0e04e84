package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.position.Move;
import org.trainingexporter.run.position.RunConfig;

/** What a record did to the state of its run. */
final class AppliedTest {
  private final KeyRegistry fields = new KeyRegistry(Map.of());
  private final RunState run = new RunState(fields, RunConfig.NONE);
  private final LogRecord record = new LogRecord();

  /** Keys and values in turn. */
  private Applied apply(Object... numbers) {
    record.begin(1);
    for (int i = 0; i < numbers.length; i += 2) {
      record.add(fields.of((String) numbers[i]), ((Number) numbers[i + 1]).doubleValue());
    }
    return run.apply(record);
  }

  private Applied train(int step) {
    return apply("step", step, "loss", 2);
  }

  @Test
  void the_first_training_record_starts_and_the_next_goes_forward() {
    assertEquals(Move.START, train(10).move());
    Applied next = train(11);
    assertEquals(Move.FORWARD, next.move());
    assertEquals(RecordKind.TRAIN, next.kind());
    assertEquals(11, next.at().position());
    assertEquals(2, next.at().number());
  }

  @Test
  void a_step_at_the_first_is_a_restart_and_one_after_it_a_rewind() {
    for (int step = 10; step < 20; step++) {
      train(step);
    }
    assertEquals(Move.REWIND, train(15).move());
    assertEquals(Move.RESTART, train(10).move());
  }

  @Test
  void a_validation_moves_nothing_and_keeps_the_step_that_it_names() {
    train(10);
    train(20);
    Applied validation = apply("step", 10, "eval_loss", 1);
    assertEquals(Move.NONE, validation.move());
    assertEquals(20, run.position());
    assertFalse(validation.isTraining());
  }

  @Test
  void a_better_alias_is_named_once() {
    apply("step", 1, "train_loss", 2);
    assertEquals(Set.of(Signal.LOSS), apply("step", 2, "loss", 3).realiased());
    assertEquals(Set.of(), apply("step", 3, "loss", 3).realiased());
  }

  @Test
  void of_two_aliases_in_one_record_the_better_one_replaces_nothing() {
    assertEquals(Set.of(), apply("step", 1, "train_loss", 2, "loss", 3).realiased());
    assertEquals(3, run.view().newest(Signal.LOSS));
  }

  @Test
  void a_better_alias_of_the_step_makes_all_positions_void() {
    assertFalse(apply("iteration", 1, "loss", 2).recounted());
    Applied better = apply("step", 100, "loss", 2);
    assertTrue(better.recounted());
    assertEquals(Move.START, better.move());
    assertFalse(train(101).recounted());
  }

  @Test
  void a_counter_after_epochs_makes_all_positions_void() {
    apply("epoch", 1, "loss", 2);
    assertFalse(run.view().countsSteps());
    assertTrue(apply("epoch", 1, "step", 500, "loss", 2).recounted());
    assertTrue(run.view().countsSteps());
  }
}

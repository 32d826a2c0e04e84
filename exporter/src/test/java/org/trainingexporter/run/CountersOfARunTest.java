package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.RecordKind;

/** Which key of a run counts its position, and which is its plan. */
final class CountersOfARunTest extends RunOfLines {
  @Test
  void a_total_that_counts_up_is_the_position() throws IOException {
    RunSnapshot run =
        read(
            "{'total/steps':2000,'total/epochs':1,'rollout/return':3}",
            "{'total/steps':4000,'total/epochs':2,'rollout/return':5}");
    assertEquals(4000, run.position().step());
    assertEquals(2, run.position().epoch());
    run = read("{'total_steps':2000,'loss':3}", "{'total_steps':4000,'loss':2}");
    assertEquals(4000, run.position().step());
    assertEquals(2, records(run, RecordKind.TRAIN));
  }

  @Test
  void a_plan_at_or_below_the_first_step_is_none() throws IOException {
    RunSnapshot run = read("{'step':100,'max_steps':50,'loss':3}");
    assertTrue(Double.isNaN(run.schedule().steps()));
    run = read("{'step':10,'max_steps':50,'loss':3}", "{'step':60,'max_steps':50,'loss':3}");
    assertEquals(50, run.schedule().steps());
  }

  @Test
  void an_epoch_that_is_named_at_its_end_does_not_start_the_counter_over() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':3,'step':90,'loss':3}",
            "{'step':100,'loss':2}",
            "{'epoch':4,'step':100,'loss':2,'val_loss':2}",
            "{'step':110,'loss':1}");
    assertEquals(110, run.position().step());
  }

  @Test
  void a_batch_counts_beside_an_epoch_alone() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':1,'batch':1,'loss':3}",
            "{'epoch':1,'batch':2,'loss':3}",
            "{'epoch':2,'batch':1,'loss':3}");
    assertEquals(3, run.position().step());
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
    run = read("{'iter':1,'batch':32,'loss':3}", "{'iter':2,'batch':32,'loss':3}");
    assertEquals(2, run.position().step());
    assertEquals(32, run.values().get("batch"));
  }

  @Test
  void a_share_of_the_epoch_is_no_position() throws IOException {
    RunSnapshot run =
        read(
            "{'epoch':1,'update':0.5,'loss':3,'num_updates':'200'}",
            "{'epoch':1,'update':1.0,'loss':3,'num_updates':'400'}");
    assertEquals(400, run.position().step());
    run = read("{'epoch':1,'update':0.5,'loss':3}", "{'epoch':2,'update':1,'loss':3}");
    assertTrue(Double.isNaN(run.position().step()));
    assertEquals(2, run.position().epoch());
  }

  @Test
  void a_total_that_stays_beside_a_counter_that_moves_is_the_plan() throws IOException {
    RunSnapshot run =
        read(
            "{'iteration':1,'total_updates':500,'loss':3}",
            "{'iteration':2,'total_updates':500,'loss':3}",
            "{'iteration':3,'total_updates':500,'loss':3}");
    assertEquals(3, run.position().step());
    assertEquals(500, run.schedule().steps());
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
  }

  @Test
  void a_total_that_moves_is_the_position() throws IOException {
    RunSnapshot run =
        read(
            "{'time/iterations':1,'time/total_timesteps':2048,'reward':1}",
            "{'time/iterations':2,'time/total_timesteps':4096,'reward':1}");
    assertEquals(4096, run.position().step());
    assertEquals(2048, run.counts().steps());
  }

  @Test
  void two_counters_that_never_meet_and_never_fall_are_one() throws IOException {
    RunSnapshot run =
        read(
            "{'step':0,'val_loss':4}",
            "{'iter':0,'loss':4}",
            "{'iter':10,'loss':3}",
            "{'step':20,'val_loss':3}",
            "{'iter':20,'loss':3}",
            "{'iter':30,'loss':2}");
    assertEquals(30, run.position().step());
    assertEquals(20, run.validation().newest().step());
    assertNull(run.values().get("iter"));
  }

  @Test
  void of_two_counters_that_fall_the_one_beside_the_loss_counts() throws IOException {
    RunSnapshot run =
        read(
            "{'iter':100,'loss':4}",
            "{'step':3,'reward':4}",
            "{'iter':200,'loss':3}",
            "{'step':6,'reward':3}",
            "{'iter':300,'loss':3}");
    assertEquals(300, run.position().step());
    assertEquals(6, run.values().get("step"));
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
  }
}

package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.run.host.CardUse;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.testing.Lines;

/** The first state that holds is the run's. */
final class StatesTest extends TimedRun {
  private static final HostFacts GONE = new HostFacts(ProcessState.GONE, CardUse.NONE);

  @ParameterizedTest
  @ValueSource(strings = {"{\"train_runtime\":9}", "{\"event\":\"done\"}", "{\"percentage\":100}"})
  void the_logs_own_end_finishes_a_run(String end) throws IOException {
    read(5, Lines.trains(1, 5));
    assertState(TrainingState.TRAINING);
    logs.append("train.jsonl", end + "\n");
    logs.poll();
    assertState(TrainingState.FINISHED);
    assertEquals(0, eta());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stopped", "interrupted", "preempted", "failed", "canceled"})
  void a_log_that_says_that_it_was_stopped_has_ended(String event) throws IOException {
    read(6, plan(10), Lines.trains(1, 5), "{\"event\":\"" + event + "\"}\n");
    assertState(TrainingState.ENDED);
    String ending = event.equals("canceled") ? "cancelled" : event;
    assertEquals(ending, logs.run().ending(logs.clock.seconds()));
    assertEquals(ending, logs.run().with(GONE).ending(logs.clock.seconds()));
    logs.append("train.jsonl", Lines.train(6));
    logs.poll();
    assertState(TrainingState.TRAINING);
    assertNull(logs.run().ending(logs.clock.seconds()));
  }

  @Test
  void a_run_is_finished_at_most_one_short_of_its_plan() throws IOException {
    read(8, plan(10), Lines.trains(1, 8));
    assertState(TrainingState.TRAINING);
    logs.append("train.jsonl", Lines.train(9));
    logs.poll();
    assertState(TrainingState.FINISHED);
    assertEquals("plan reached: step 9 (10 planned)", end().message());
    assertEquals(Lines.time(9), end().time());
    logs.pollAfter(Duration.ofDays(9));
    assertState(TrainingState.FINISHED);
    assertEquals(0, eta());
  }

  @Test
  void an_end_before_the_plan_says_where_it_is_and_when() throws IOException {
    read(6, plan(10), Lines.trains(1, 6), "{\"train_runtime\":9}\n");
    assertEquals("training ends at step 6 (10 planned)", end().message());
    assertEquals(Lines.time(6), end().time());
  }

  private RunEvent end() throws IOException {
    return logs.run().events().stream().filter(e -> e.type().equals("end")).findAny().get();
  }

  @Test
  void a_finished_run_that_goes_on_is_not_finished() throws IOException {
    read(5, Lines.trains(1, 5), "{\"event\":\"done\"}\n", Lines.train(6));
    assertState(TrainingState.TRAINING);
  }

  @Test
  void a_run_whose_process_is_gone_has_ended_unless_its_plan_is_reached() throws IOException {
    read(8, plan(10), Lines.trains(1, 8));
    assertEquals(TrainingState.ENDED, logs.run().with(GONE).state(logs.clock.seconds()));
    assertEquals("process_gone", logs.run().with(GONE).ending(logs.clock.seconds()));
    assertEquals(0, FigureTable.ALL.series(logs.run().with(GONE), 0).get("training_process_up"));
    logs.append("train.jsonl", Lines.train(9));
    logs.poll();
    assertEquals(TrainingState.FINISHED, logs.run().with(GONE).state(logs.clock.seconds()));
  }

  @Test
  void a_run_whose_process_lives_has_the_state_that_its_log_shows() throws IOException {
    read(30, Lines.trains(1, 30));
    HostFacts alive = new HostFacts(ProcessState.ALIVE, CardUse.NONE);
    assertEquals(TrainingState.TRAINING, logs.run().with(alive).state(logs.clock.seconds()));
    logs.pollAfter(Duration.ofMinutes(11));
    assertEquals(TrainingState.STALLED, logs.run().with(alive).state(logs.clock.seconds()));
  }

  @Test
  void a_run_whose_log_says_that_it_failed_has_ended_until_it_trains_again() {
    KeyRegistry keys = new KeyRegistry(Map.of());
    RunState state = new RunState(keys, RunConfig.NONE);
    LogRecord record = new LogRecord();
    record.begin(1);
    record.setEarlyEnd(EarlyEnd.FAILED);
    state.apply(record);
    assertEquals(TrainingState.ENDED, stateOf(state));
    record.begin(2);
    record.add(keys.of("step"), 5);
    record.add(keys.of("loss"), 2);
    state.apply(record);
    assertEquals(TrainingState.TRAINING, stateOf(state));
  }

  private static TrainingState stateOf(RunState state) {
    return state.snapshot(new RunIdentity("a", "a", "custom"), Double.NaN).state(0);
  }

  @Test
  void a_run_is_stalled_after_ten_minutes_and_abandoned_after_a_day() throws IOException {
    read(30, Lines.trains(1, 30));
    logs.pollAfter(Duration.ofMinutes(10));
    assertState(TrainingState.TRAINING);
    logs.poll();
    assertState(TrainingState.STALLED);
    logs.pollAfter(Duration.ofHours(24).minusMinutes(11));
    assertState(TrainingState.STALLED);
    logs.pollAfter(Duration.ofMinutes(1));
    assertState(TrainingState.ABANDONED);
  }

  @Test
  void a_run_that_records_seldom_is_stalled_after_ten_of_its_intervals() throws IOException {
    read(301, Lines.train(1), Lines.train(101), Lines.train(201), Lines.train(301));
    assertEquals(1000, logs.run().stallAfter());
  }

  @Test
  void a_run_that_paused_is_stalled_after_twice_that() throws IOException {
    read(1805, Lines.trains(1, 5), Lines.train(1805));
    assertEquals(3600, logs.run().stallAfter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "grad_norm", "eval_loss"})
  void a_run_whose_newest_value_is_no_number_is_not_finite_until_it_is(String key)
      throws IOException {
    read(5, Lines.trains(1, 5), "{\"step\":6,\"%s\":NaN,\"lr\":1}\n".formatted(key));
    assertState(TrainingState.NOT_FINITE);
    logs.append("train.jsonl", "{\"step\":7,\"%s\":1,\"lr\":1}\n".formatted(key));
    logs.poll();
    assertState(TrainingState.TRAINING);
  }

  @Test
  void other_values_that_are_no_numbers_do_not_make_a_run_not_finite() throws IOException {
    read(5, Lines.trains(1, 5), "{\"step\":6,\"loss\":1,\"lr\":NaN,\"x\":NaN}\n");
    assertState(TrainingState.TRAINING);
  }

  @Test
  void a_run_is_in_its_warm_up_until_the_logged_step() throws IOException {
    read(9, "{\"warmup_steps\":10}\n", Lines.trains(1, 9));
    assertState(TrainingState.WARMUP);
    logs.append("train.jsonl", Lines.trains(10, 12));
    logs.poll();
    assertState(TrainingState.TRAINING);
    assertEquals(Lines.time(10), logs.run().schedule().warmupEnd());
  }

  @Test
  void a_first_record_that_tells_the_warm_up_may_end_it() throws IOException {
    read(2, "{\"step\":500,\"loss\":1,\"warmup_steps\":100,\"timestamp\":1763798401}\n");
    assertEquals(1_763_798_401, logs.run().schedule().warmupEnd());
  }

  @Test
  void without_a_warm_up_there_is_none() throws IOException {
    read(1, Lines.train(1));
    assertEquals(Double.NaN, logs.run().schedule().warmupSteps());
    assertEquals(Double.NaN, logs.run().schedule().warmupEnd());
  }
}

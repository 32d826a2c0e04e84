package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** States, plan and ETA: the first state that holds is the run's. */
final class StatesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  /** Reads the lines as soon as their last record's second, a step a second, has come. */
  private void read(int last, String... lines) throws IOException {
    logs.clock.advance(Duration.ofSeconds(last - 1));
    logs.write("train.jsonl", String.join("", lines));
    logs.poll().pollAfter(Duration.ofMillis(500));
  }

  private static String plan(int steps) {
    return "{\"max_steps\":" + steps + "}\n";
  }

  private void assertState(TrainingState expected) throws IOException {
    assertEquals(expected, logs.state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"train_runtime\":9}", "{\"event\":\"done\"}", "{\"percentage\":100}"})
  void theLogsOwnEndFinishesARun(String end) throws IOException {
    read(5, Lines.trains(1, 5));
    assertState(TrainingState.TRAINING);
    logs.append("train.jsonl", end + "\n");
    logs.poll();
    assertState(TrainingState.FINISHED);
    assertEquals(0, logs.run().eta());
  }

  @Test
  void aRunIsFinishedAtMostOneShortOfItsPlan() throws IOException {
    read(8, plan(10), Lines.trains(1, 8));
    assertState(TrainingState.TRAINING);
    logs.append("train.jsonl", Lines.train(9));
    logs.poll();
    assertState(TrainingState.FINISHED);
    logs.pollAfter(Duration.ofDays(9));
    assertState(TrainingState.FINISHED);
  }

  @Test
  void aFinishedRunThatGoesOnIsNotFinished() throws IOException {
    read(5, Lines.trains(1, 5), "{\"event\":\"done\"}\n", Lines.train(6));
    assertState(TrainingState.TRAINING);
  }

  @Test
  void aRunIsStalledAfterTenMinutesAndAbandonedAfterADay() throws IOException {
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
  void aRunThatRecordsSeldomIsStalledAfterTenOfItsIntervals() throws IOException {
    read(301, Lines.train(1), Lines.train(101), Lines.train(201), Lines.train(301));
    assertEquals(1000, logs.run().stallAfter());
  }

  @Test
  void aRunThatPausedIsStalledAfterTwiceThat() throws IOException {
    read(1805, Lines.trains(1, 5), Lines.train(1805));
    assertEquals(3600, logs.run().stallAfter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "grad_norm", "eval_loss"})
  void aRunWhoseNewestValueIsNoNumberIsNotFiniteUntilItIs(String key) throws IOException {
    read(5, Lines.trains(1, 5), "{\"step\":6,\"%s\":NaN,\"lr\":1}\n".formatted(key));
    assertState(TrainingState.NOT_FINITE);
    logs.append("train.jsonl", "{\"step\":7,\"%s\":1,\"lr\":1}\n".formatted(key));
    logs.poll();
    assertState(TrainingState.TRAINING);
  }

  @Test
  void otherValuesThatAreNoNumbersDoNotMakeARunNotFinite() throws IOException {
    read(5, Lines.trains(1, 5), "{\"step\":6,\"loss\":1,\"lr\":NaN,\"x\":NaN}\n");
    assertState(TrainingState.TRAINING);
  }

  @Test
  void aRunIsInItsWarmUpUntilTheLoggedStep() throws IOException {
    read(9, "{\"warmup_steps\":10}\n", Lines.trains(1, 9));
    assertState(TrainingState.WARMUP);
    logs.append("train.jsonl", Lines.trains(10, 12));
    logs.poll();
    assertState(TrainingState.TRAINING);
    assertEquals(Lines.time(10), logs.run().schedule().warmupEnd());
  }

  @Test
  void aFirstRecordThatTellsTheWarmUpMayEndIt() throws IOException {
    read(2, "{\"step\":500,\"loss\":1,\"warmup_steps\":100,\"timestamp\":1763798401}\n");
    assertEquals(1_763_798_401, logs.run().schedule().warmupEnd());
  }

  @Test
  void withoutAWarmUpThereIsNone() throws IOException {
    read(1, Lines.train(1));
    assertEquals(Double.NaN, logs.run().schedule().warmupSteps());
    assertEquals(Double.NaN, logs.run().schedule().warmupEnd());
  }

  @Test
  void theLeftStepsAtTheMeanSpeedAreTheEta() throws IOException {
    read(50, plan(100), Lines.trains(1, 50));
    assertEquals(50, logs.run().eta(), 1e-6);
  }

  @Test
  void aPauseDoesNotPoisonTheEta() throws IOException {
    logs.clock.advance(Duration.ofHours(1));
    String resumed =
        Lines.train(51).replace(".0}", "}").replace("\"timestamp\":176379", "\"timestamp\":176380");
    read(1, plan(101), Lines.trains(1, 50), resumed);
    assertEquals(50, logs.run().eta(), 1e-6);
  }

  @Test
  void aLoggedEtaIsTaken() throws IOException {
    read(1, plan(100), "{\"step\":1,\"loss\":2,\"eta\":\"1:02:03\"}\n");
    assertEquals(3723, logs.run().eta());
  }

  @Test
  void withoutAPlanThereIsNoEta() throws IOException {
    read(9, Lines.trains(1, 9));
    assertEquals(Double.NaN, logs.run().schedule().steps());
    assertEquals(Double.NaN, logs.run().eta());
  }

  @Test
  void thePlanIsGuessedAtFirstSightWhenEtaAndSpeedAreLogged() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"eta_seconds\":%d,\"steps_per_sec\":0.5}\n";
    read(1, line.formatted(100, 800), line.formatted(101, 900));
    assertEquals(500, logs.run().schedule().steps());
    assertEquals(900, logs.run().eta());
  }
}

package org.trainingexporter.parse.metricfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.TrainingState;
import org.trainingexporter.testing.WatchedDirectory;

final class MlflowStoreTest {
  private static final String RUN = "mlruns/0/0a1b2c3d/";
  private static final String RUNNING =
      """
      end_time: null
      lifecycle_stage: active
      run_id: 0a1b2c3d
      run_name: brave-fish-12
      start_time: 1763799300000
      status: 1
      """;

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    logs = new WatchedDirectory(root);
    logs.write(RUN + "meta.yaml", RUNNING);
  }

  private void log(String metric, int step, double value) throws IOException {
    String line = "%d %s %d\n".formatted(1_763_799_300_000L + 60_000L * step, value, step);
    Files.createDirectories(logs.path(RUN + "metrics/" + metric).getParent());
    logs.append(RUN + "metrics/" + metric, line);
  }

  private long records(RecordKind kind) throws IOException {
    return logs.run().counts().records().getOrDefault(kind, 0L);
  }

  @Test
  void the_files_of_a_run_are_joined_by_step() throws IOException {
    for (int step = 0; step < 4; step++) {
      log("train_loss", step, 2.5 - step / 2.0);
      log("lr", step, 0.001);
      log("val_loss", step, 2.625 - step / 4.0);
    }
    logs.pollLater();
    assertEquals(Set.of("mlruns/0/0a1b2c3d"), logs.names());
    assertEquals(3, logs.step());
    assertEquals(4, records(RecordKind.TRAIN));
    assertEquals(1, logs.run().signals().newest(Signal.LOSS));
    assertEquals(1.875, logs.run().validation().best().loss());
    assertEquals(0.001, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(60, logs.run().times().interval());
    assertEquals(1_763_799_300, logs.run().times().first());
  }

  @Test
  void a_metric_that_is_in_directories_has_a_path_as_its_name() throws IOException {
    log("train/loss", 1, 2);
    log("val/loss", 1, 3);
    log("depth/a/b/ratio", 1, 4);
    logs.pollLater();
    assertEquals(2, logs.run().signals().newest(Signal.LOSS));
    assertEquals(3, logs.run().validation().newest().loss());
    assertEquals(4, logs.run().values().get("depth/a/b/ratio"));
  }

  @Test
  void parameters_and_tags_of_the_user_are_settings() throws IOException {
    log("loss", 1, 2);
    logs.write(RUN + "params/batch_size", "64");
    logs.write(RUN + "params/optim/name", "adam");
    logs.write(RUN + "params/api_key", "s3cr3t");
    logs.write(RUN + "tags/team", "vision");
    logs.write(RUN + "tags/mlflow.source.git.commit", "0123");
    logs.poll();
    assertEquals(
        Map.of("batch_size", "64", "optim/name", "adam", "api_key", "***", "team", "vision"),
        logs.run().settings());
  }

  @Test
  void a_run_has_the_name_that_mlflow_gave_it() throws IOException {
    log("loss", 1, 2);
    logs.poll();
    assertEquals("brave-fish-12", logs.run().ownName());
  }

  @Test
  void a_run_is_found_once_it_has_metrics() throws IOException {
    logs.poll();
    assertEquals(Set.of(), logs.names());
    log("loss", 1, 2);
    logs.pollLater();
    assertEquals(1, logs.step());
  }

  @Test
  void a_step_waits_for_a_later_one() throws IOException {
    log("loss", 1, 4);
    log("loss", 2, 3);
    logs.poll();
    assertEquals(1, logs.step());
    log("grad_norm", 2, 7);
    log("loss", 3, 2);
    logs.poll();
    assertEquals(2, logs.step());
    assertEquals(7, logs.run().signals().newest(Signal.GRADIENT_NORM));
  }

  @Test
  void a_step_is_read_after_two_seconds_of_silence() throws IOException {
    log("loss", 1, 4);
    logs.poll();
    log("loss", 2, 3);
    logs.poll();
    assertEquals(1, logs.step());
    logs.pollAfter(Duration.ofSeconds(2));
    assertEquals(2, logs.step());
  }

  @Test
  void what_comes_later_for_a_step_counts_no_step() throws IOException {
    log("loss", 1, 4);
    log("loss", 2, 3);
    logs.pollLater();
    log("lr", 2, 0.5);
    log("val_loss", 1, 9);
    logs.pollLater();
    assertEquals(2, records(RecordKind.TRAIN));
    assertEquals(1, records(RecordKind.OTHER)); // the run's start
    assertEquals(1, logs.run().counts().validations());
    assertEquals(0.5, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(9, logs.run().validation().newest().loss());
    assertEquals(0, logs.run().counts().rewinds());
    assertEquals(1, logs.run().counts().steps());
  }

  @Test
  void steps_that_fall_are_a_rewind() throws IOException {
    for (int step = 0; step < 10; step++) {
      log("loss", step, 4);
      log("lr", step, 1);
    }
    logs.pollLater();
    for (int step = 5; step < 12; step++) {
      logs.append(RUN + "metrics/loss", (1_763_809_300_000L + step) + " 3 " + step + "\n");
      logs.append(RUN + "metrics/lr", (1_763_809_300_000L + step) + " 2 " + step + "\n");
    }
    logs.pollLater();
    assertEquals(1, logs.run().counts().rewinds());
    assertEquals(17, records(RecordKind.TRAIN));
    assertEquals(11, logs.step());
  }

  @Test
  void the_status_ends_the_run() throws IOException {
    log("loss", 1, 4);
    logs.poll();
    assertFalse(logs.run().position().ended());
    finish(3);
    assertEquals(TrainingState.FINISHED, logs.state());
    assertNull(logs.run().position().earlyEnd());
    assertEquals(1_763_799_500, logs.run().times().newest());
  }

  @Test
  void a_run_may_be_killed() throws IOException {
    log("loss", 1, 4);
    finish(5);
    assertEquals(EarlyEnd.KILLED, logs.run().position().earlyEnd());
  }

  @Test
  void a_run_that_goes_on_is_not_over() throws IOException {
    log("loss", 1, 4);
    finish(4);
    logs.write(RUN + "meta.yaml", RUNNING);
    log("loss", 2, 3);
    logs.pollLater();
    assertEquals(2, logs.step());
    assertFalse(logs.run().position().ended());
    assertNull(logs.run().position().earlyEnd());
  }

  private void finish(int status) throws IOException {
    String meta = RUNNING.replace("status: 1", "status: " + status);
    logs.write(RUN + "meta.yaml", meta.replace("null", "1763799500000"));
    logs.pollLater();
  }

  @Test
  void a_deleted_run_is_none() throws IOException {
    log("loss", 1, 4);
    logs.poll();
    logs.write(RUN + "meta.yaml", RUNNING.replace("active", "deleted"));
    logs.pollLater();
    assertEquals(Set.of(), logs.names());
  }

  @Test
  void experiments_and_models_are_no_runs() throws IOException {
    logs.write("mlruns/0/meta.yaml", "experiment_id: '0'\nlifecycle_stage: active\n");
    logs.write("mlruns/0/models/m-1/meta.yaml", RUNNING + "model_id: m-1\n");
    logs.write("mlruns/0/models/m-1/metrics/loss", "1763799300000 2 1 0a1b2c3d x\n");
    log("loss", 1, 4);
    logs.poll();
    assertEquals(Set.of("mlruns/0/0a1b2c3d"), logs.names());
  }

  @Test
  void samples_of_the_machine_have_steps_of_their_own() throws IOException {
    log("loss", 10, 4);
    log("system/cpu_utilization_percentage", 5000, 50);
    log("system/cpu_utilization_percentage", 5001, 60);
    logs.pollLater();
    assertEquals(10, logs.step());
    assertEquals(60, logs.run().values().get("system/cpu_utilization_percentage"));
  }

  @Test
  void a_broken_line_costs_itself() throws IOException {
    log("loss", 1, 4);
    logs.append(RUN + "metrics/loss", "1763799400000 x 2\nfour cells are wrong\n");
    logs.append(RUN + "metrics/loss", "9".repeat(5_000) + "\n");
    log("loss", 3, 2);
    logs.pollLater();
    assertEquals(3, logs.step());
    assertEquals(2, logs.rejected(Rejection.WRONG_SHAPE));
    assertEquals(1, logs.rejected(Rejection.TOO_LONG));
  }

  @Test
  void values_that_are_no_number_are_counted() throws IOException {
    log("loss", 1, Double.NaN);
    log("loss", 2, Double.POSITIVE_INFINITY);
    logs.pollLater();
    assertEquals(2, logs.step());
    assertEquals(TrainingState.NOT_FINITE, logs.state());
  }

  @Test
  void a_file_that_is_written_anew_with_the_same_rows_goes_on() throws IOException {
    for (int step = 0; step < 50; step++) {
      log("loss", step, 50 - step);
    }
    logs.pollLater();
    byte[] all = Files.readAllBytes(logs.path(RUN + "metrics/loss"));
    logs.write(RUN + "metrics/loss", Arrays.copyOf(all, all.length / 2));
    logs.poll();
    logs.write(RUN + "metrics/loss", all);
    log("loss", 50, 0);
    logs.pollLater();
    assertEquals(51, records(RecordKind.TRAIN));
    assertEquals(0, logs.run().counts().rewinds());
  }

  @Test
  void a_run_without_its_directory_is_gone() throws IOException {
    log("loss", 1, 4);
    logs.poll();
    Files.delete(logs.path(RUN + "meta.yaml"));
    logs.pollLater();
    assertEquals(Set.of(), logs.names());
  }
}

package org.trainingexporter.parse.metricfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

final class DvcliveTest {
  private static final String TABLES = "run/plots/metrics/";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void log(String metric, int step, double value) throws IOException {
    String file = TABLES + metric + ".tsv";
    if (!Files.exists(logs.path(file))) {
      logs.write(file, "step\t" + Path.of(metric).getFileName() + "\n");
    }
    logs.append(file, step + "\t" + value + "\n");
  }

  private void summary(String values, int step) throws IOException {
    logs.write("run/metrics.json", "{%s, \"step\": %d}".formatted(values, step));
  }

  @Test
  void the_tables_of_a_directory_are_one_run() throws IOException {
    log("train/loss", 10, 2.5);
    log("train/loss", 20, 1.75);
    log("train/loss", 30, 1.25);
    log("eval/loss", 15, 2);
    log("eval/loss", 30, 1.5);
    String values = "\"train\": {\"loss\": 1.25}, \"eval\": {\"loss\": 1.5}";
    summary(values + ", \"learning_rate\": 0.0005, \"epoch\": 2", 30);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(30, logs.step());
    assertEquals(2, logs.run().position().epoch());
    assertEquals(1.25, logs.run().signals().newest(Signal.LOSS));
    assertEquals(1.5, logs.run().validation().best().loss());
    assertEquals(0.0005, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(3, logs.run().counts().records().get(RecordKind.TRAIN));
  }

  @Test
  void rows_and_values_without_a_table_go_on_while_it_is_written() throws IOException {
    log("loss", 0, 3);
    summary("\"loss\": 3, \"lr\": 1", 0);
    logs.pollLater();
    log("loss", 1, 2);
    summary("\"loss\": 2, \"lr\": 0.5", 1);
    logs.pollLater();
    assertEquals(1, logs.step());
    assertEquals(0.5, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(2, logs.run().counts().records().get(RecordKind.TRAIN));
  }

  @Test
  void a_table_is_no_run_before_the_first_step_is_over() throws IOException {
    log("train/loss", 0, 3);
    logs.pollLater();
    assertEquals(Set.of(), logs.names());
    summary("\"train\": {\"loss\": 3}", 0);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
  }

  @Test
  void rows_may_have_times() throws IOException {
    logs.write(TABLES + "loss.tsv", "timestamp\tstep\tloss\n1763799300000\t1\t3.0\n");
    logs.append(TABLES + "loss.tsv", "1763799360000\t2\t2.0\n");
    summary("\"loss\": 2", 2);
    logs.pollLater();
    assertEquals(1_763_799_360, logs.run().times().newest());
    assertEquals(2, logs.step());
  }

  @Test
  void a_new_run_in_the_same_directory_is_a_restart() throws IOException {
    for (int step = 0; step < 9; step++) {
      log("loss", step, 3);
    }
    summary("\"loss\": 3", 8);
    logs.pollLater();
    logs.write(TABLES + "loss.tsv", "step\tloss\n0\t7\n1\t6\n");
    summary("\"loss\": 6", 1);
    logs.pollLater();
    assertEquals(1, logs.run().counts().restarts());
    assertEquals(1, logs.step());
    assertEquals(6, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void settings_stand_in_params_yaml() throws IOException {
    log("loss", 0, 3);
    summary("\"loss\": 3", 0);
    logs.write("run/params.yaml", "lr: 0.01\n");
    logs.pollLater();
    assertEquals("0.01", logs.run().settings().get("lr"));
  }

  @Test
  void half_a_summary_waits() throws IOException {
    log("loss", 0, 3);
    logs.write("run/metrics.json", "{\"loss\": 3, \"lr\": 0.2");
    logs.pollLater();
    assertEquals(0, logs.step());
    summary("\"loss\": 3, \"lr\": 0.25", 0);
    logs.pollLater();
    assertEquals(0.25, logs.run().signals().newest(Signal.LEARNING_RATE));
  }
}

package org.trainingexporter.parse.epochfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

final class EpochFilesTest {
  private static final String RECORD = "{\"training_loss\": %s, \"validation_loss\": 3}";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void write(int epoch, double loss) throws IOException {
    logs.write("run/metrics_epoch_" + epoch + ".json", RECORD.formatted(loss));
  }

  @Test
  void the_files_of_all_epochs_are_one_run_in_the_order_of_their_numbers() throws IOException {
    for (int epoch = 0; epoch < 12; epoch++) {
      write(epoch, 12 - epoch);
    }
    logs.poll();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(12, logs.records());
    assertEquals(11, logs.run().position().epoch());
    assertEquals(1, logs.run().signals().newest(Signal.LOSS));
    assertEquals(0, logs.run().counts().rewinds());
  }

  @Test
  void a_file_that_comes_later_is_the_next_record() throws IOException {
    write(0, 3);
    logs.poll();
    write(1, 2);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(2, logs.records());
    assertEquals(2, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void the_run_goes_on_where_its_first_files_are_deleted() throws IOException {
    write(0, 3);
    write(1, 2);
    logs.poll();
    Files.delete(logs.path("run/metrics_epoch_0.json"));
    write(2, 1);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(3, logs.records());
  }

  @Test
  void half_a_file_waits_and_one_that_stays_broken_costs_itself() throws IOException {
    write(0, 3);
    logs.poll();
    logs.write("run/metrics_epoch_1.json", "{\"training_loss\": 2,");
    logs.poll();
    assertEquals(0, logs.rejected(Rejection.NOT_JSON));
    write(2, 1);
    logs.pollLater();
    assertEquals(1, logs.rejected(Rejection.NOT_JSON));
    assertEquals(2, logs.records());
    write(1, 2);
    logs.pollLater();
    assertEquals(3, logs.records());
  }
}

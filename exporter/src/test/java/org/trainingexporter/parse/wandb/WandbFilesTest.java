package org.trainingexporter.parse.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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

final class WandbFilesTest {
  private static final String RUN = "wandb/run-20251122_081502-ab12cd34";
  private static final String FILE = RUN + "/run-ab12cd34.wandb";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void write(WandbFile file) throws IOException {
    logs.write(FILE, file.bytes());
    logs.pollLater();
  }

  private long records(RecordKind kind) throws IOException {
    return logs.run().counts().records().getOrDefault(kind, 0L);
  }

  @Test
  void history_is_read_with_its_nested_keys() throws IOException {
    write(
        new WandbFile()
            .history("_step", "7", "train>loss", "2.5", "val/loss", "3", "_timestamp", "1763799300")
            .history("_step", "8", "train>loss", "NaN", "lr", "1e-3", "_timestamp", "1763799301"));
    assertEquals(Set.of(RUN), logs.names());
    assertEquals(8, logs.step());
    assertEquals(2, records(RecordKind.TRAIN));
    assertEquals(3, logs.run().validation().newest().loss());
    assertEquals(0.001, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(1_763_799_301, logs.run().times().newest());
    assertEquals(TrainingState.NOT_FINITE, logs.state());
  }

  @Test
  void the_counter_of_wandb_yields_to_one_of_the_run() throws IOException {
    write(
        new WandbFile()
            .history("_step", "1", "env>num_updates", "100", "loss", "2")
            .history("_step", "2", "env>num_updates", "200", "loss", "1"));
    assertEquals(200, logs.step());
  }

  @Test
  void the_configuration_is_settings_without_secrets() throws IOException {
    write(
        new WandbFile()
            .config("_wandb", "{\"t\":1}", "batch_size", "64", "optim", "{\"name\":\"adam\"}")
            .config("api_key", "\"s3cr3t\"")
            .step(1, 2));
    assertEquals("64", logs.run().settings().get("batch_size"));
    assertEquals("adam", logs.run().settings().get("optim.name"));
    assertEquals("***", logs.run().settings().get("api_key"));
    assertFalse(logs.run().settings().toString().contains("_wandb"));
  }

  @Test
  void a_run_has_its_display_name_and_its_start() throws IOException {
    write(new WandbFile().run("first-try", 1_763_799_200).step(1, 2));
    assertEquals("first-try", logs.run().ownName());
    assertEquals(1_763_799_200, logs.run().times().first());
  }

  @Test
  void exit_0_is_finished_and_any_other_has_failed() throws IOException {
    write(new WandbFile().step(1, 2).exit(0));
    assertEquals(TrainingState.FINISHED, logs.state());
    assertNull(logs.run().position().earlyEnd());
    write(new WandbFile().step(1, 2).exit(137));
    assertEquals(EarlyEnd.FAILED, logs.run().position().earlyEnd());
  }

  @Test
  void printed_lines_only_count() throws IOException {
    write(new WandbFile().step(1, 2).output("hello\n").output("loss 9\n"));
    assertEquals(2, records(RecordKind.OTHER));
    assertEquals(2, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void a_message_may_go_over_several_blocks() throws IOException {
    String note = '"' + "long ".repeat(20_000) + '"';
    write(new WandbFile().step(1, 3).config("note", note).step(2, 2).step(3, 1));
    assertEquals(3, logs.step());
    assertEquals(0, logs.rejected(Rejection.BAD_FRAME));
  }

  @Test
  void a_message_that_is_too_long_costs_itself() throws IOException {
    logs = new WatchedDirectory(root, 50_000);
    String note = '"' + "long ".repeat(20_000) + '"';
    write(new WandbFile().step(1, 3).config("note", note).step(2, 2));
    assertEquals(2, logs.step());
    assertEquals(1, logs.rejected(Rejection.TOO_LONG));
  }

  @Test
  void half_a_chunk_waits() throws IOException {
    byte[] all = new WandbFile().step(1, 3).step(2, 2).bytes();
    logs.write(FILE, Arrays.copyOf(all, all.length - 3));
    logs.pollLater();
    assertEquals(1, logs.step());
    assertEquals(0, logs.rejected(Rejection.BAD_FRAME));
    logs.write(FILE, all);
    logs.poll();
    assertEquals(2, logs.step());
    assertEquals(2, records(RecordKind.TRAIN));
  }

  @Test
  void a_wrong_checksum_ends_the_file_until_it_changes() throws IOException {
    byte[] all = new WandbFile().step(1, 3).step(2, 2).step(3, 1).bytes();
    byte[] broken = all.clone();
    broken[broken.length * 2 / 3 - 4] ^= 1;
    logs.write(FILE, broken);
    logs.pollLater();
    assertEquals(1, logs.step());
    assertEquals(1, logs.rejected(Rejection.BAD_FRAME));
    logs.touch(logs.path(FILE));
    logs.pollLater();
    assertEquals(1, logs.rejected(Rejection.BAD_FRAME));
    logs.write(FILE, all);
    logs.pollLater();
    assertEquals(3, logs.step());
    assertEquals(3, records(RecordKind.TRAIN));
  }

  @Test
  void a_message_without_its_beginning_is_counted() throws IOException {
    byte[] lost = WandbFile.bytes("lost");
    write(new WandbFile().step(1, 3).chunk(4, lost, 0, 4).chunk(2, lost, 0, 4).step(2, 2));
    assertEquals(2, logs.step());
    assertEquals(2, logs.rejected(Rejection.BAD_FRAME));
  }

  @Test
  void a_message_that_is_none_of_wandb_is_counted() throws IOException {
    write(
        new WandbFile()
            .step(1, 3)
            .message(new byte[] {0x12, 0x7F, 1})
            .history("loss", "no json", "_step", "2")
            .step(3, 1));
    assertEquals(3, logs.step());
    assertEquals(1, logs.rejected(Rejection.WRONG_SHAPE));
    assertEquals(1, logs.rejected(Rejection.NOT_JSON));
  }

  @Test
  void a_file_that_is_replaced_goes_on_where_it_differs() throws IOException {
    WandbFile file = new WandbFile();
    for (int step = 1; step <= 20; step++) {
      file.step(step, 30 - step);
    }
    write(file);
    byte[] all = file.bytes();
    logs.write(FILE, Arrays.copyOf(all, all.length / 2));
    logs.poll();
    logs.write(FILE, file.step(21, 1).bytes());
    logs.pollLater();
    assertEquals(21, records(RecordKind.TRAIN));
    assertEquals(0, logs.run().counts().rewinds());
  }

  @Test
  void another_run_in_its_place_is_a_restart() throws IOException {
    WandbFile file = new WandbFile();
    for (int step = 1; step <= 20; step++) {
      file.step(step, 30 - step);
    }
    write(file);
    write(new WandbFile().step(1, 9).step(2, 8));
    assertEquals(1, logs.run().counts().restarts());
    assertEquals(2, logs.step());
  }

  @Test
  void a_file_that_vanishes_takes_its_run_with_it() throws IOException {
    write(new WandbFile().step(1, 9));
    Files.delete(logs.path(FILE));
    logs.pollLater();
    assertEquals(Set.of(), logs.names());
  }

  @Test
  void the_link_to_the_latest_run_makes_no_second_run() throws IOException {
    logs.write(FILE, new WandbFile().step(1, 9).bytes());
    Path link = logs.path("wandb/latest-run");
    Files.createSymbolicLink(link, Path.of("run-20251122_081502-ab12cd34"));
    logs.pollLater();
    assertEquals(Set.of(RUN), logs.names());
  }

  @Test
  void what_lies_in_files_is_part_of_the_run() throws IOException {
    logs.write(FILE, new WandbFile().step(1, 9).step(2, 8).bytes());
    String newest = "{\"_step\": 2, \"_timestamp\": 1763799302, \"_runtime\": 3, \"loss\": 8}";
    logs.write(RUN + "/files/wandb-summary.json", newest);
    logs.write(RUN + "/files/config.yaml", "wandb_version: 1\nseed:\n  desc: null\n  value: 7\n");
    logs.write(RUN + "/files/output.log", "step 1 loss 9.0\nstep 2 loss 8.0\nstep 3 loss 7.0\n");
    logs.pollLater();
    assertEquals(Set.of(RUN), logs.names());
    assertEquals("7", logs.run().settings().get("seed"));
    assertEquals(2, records(RecordKind.TRAIN));
    assertEquals("wandb", logs.run().identity().writer());
  }

  @Test
  void a_run_is_found_once_it_has_logged() throws IOException {
    write(new WandbFile().run("first-try", 1_763_799_200));
    assertEquals(Set.of(), logs.names());
    write(new WandbFile().run("first-try", 1_763_799_200).step(1, 3));
    assertEquals(1, logs.step());
  }

  @Test
  void printed_lines_wait_for_the_first_block_of_their_run() throws IOException {
    Path file = logs.write(FILE, new byte[0]);
    logs.touch(file);
    logs.write(RUN + "/files/output.log", "step 1 loss 9.0\nstep 2 loss 8.0\nstep 3 loss 7.0\n");
    assertEquals(Set.of(), logs.pollLater().names());
    write(new WandbFile().step(1, 3).step(2, 2));
    assertEquals(1, logs.pollLater().names().size());
    assertEquals(2, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void printed_lines_lead_where_no_block_comes() throws IOException {
    logs.touch(logs.write(FILE, new byte[0]));
    logs.write(RUN + "/files/output.log", "step 1 loss 9.0\nstep 2 loss 8.0\nstep 3 loss 7.0\n");
    assertEquals(Set.of(), logs.poll().names());
    assertEquals(1, logs.pollAfter(Duration.ofMinutes(11)).names().size());
    assertEquals(7, logs.run().signals().newest(Signal.LOSS));
  }
}

package org.trainingexporter.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class ReplacementTest {
  private static final String LOG = "run/train.jsonl";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watchTenSteps() throws IOException {
    watch(new WatchedDirectory(root));
  }

  private void watch(WatchedDirectory directory) throws IOException {
    logs = directory;
    logs.write(LOG, Lines.trains(1, 10));
    logs.pollLater();
  }

  private void assertStartedAgain(int step, int records) throws IOException {
    assertEquals(step, logs.poll().step());
    assertEquals(records, logs.records());
    assertEquals(1, logs.run().counts().restarts());
  }

  @Test
  void a_deleted_and_recreated_log_is_read_from_its_start() throws IOException {
    Files.delete(logs.path(LOG));
    assertEquals(0, logs.poll().names().size());
    logs.write(LOG, Lines.train(1, 3) + Lines.trains(2, 3));
    assertStartedAgain(3, 13);
  }

  @Test
  void a_log_may_be_recreated_between_two_looks_and_be_longer() throws IOException {
    Files.delete(logs.path(LOG));
    logs.write(LOG, Lines.train(1, 3) + Lines.trains(2, 20));
    assertStartedAgain(20, 30);
  }

  @Test
  void a_recreated_log_may_get_the_old_ones_identity() throws IOException {
    watch(new WatchedDirectory(root, ReplacementTest::withOneIdentity));
    Files.delete(logs.path(LOG));
    logs.write(LOG, Lines.train(1, 3) + Lines.trains(2, 20));
    assertStartedAgain(20, 30);
  }

  @Test
  void a_file_system_may_have_no_identities() throws IOException {
    watch(new WatchedDirectory(root, ReplacementTest::withoutIdentity));
    logs.append(LOG, Lines.train(11));
    assertEquals(11, logs.poll().step());
    logs.write(LOG, Lines.train(1, 3) + Lines.trains(2, 20));
    assertStartedAgain(20, 31);
  }

  private static FileState withOneIdentity(Path path) throws IOException {
    FileState real = FileState.of(path);
    return new FileState("the same", real.size(), real.modifiedNanos());
  }

  private static FileState withoutIdentity(Path path) throws IOException {
    FileState real = FileState.of(path);
    return new FileState(null, real.size(), real.modifiedNanos());
  }

  @Test
  void a_log_truncated_to_nothing_and_refilled_is_read_from_its_start() throws IOException {
    logs.write(LOG, "");
    assertEquals(10, logs.poll().step());
    logs.append(LOG, Lines.train(1, 3) + Lines.trains(2, 12));
    assertStartedAgain(12, 22);
  }

  @Test
  void a_log_that_goes_on_after_a_truncation_is_no_restart() throws IOException {
    logs.write(LOG, Lines.train(11));
    assertEquals(11, logs.poll().step());
    assertEquals(0, logs.run().counts().restarts());
    assertEquals(11, logs.records());
  }

  @Test
  void a_copy_with_the_same_lines_and_more_is_read_on() throws IOException {
    logs.write("run/copy.tmp", Lines.trains(1, 12));
    Files.move(logs.path("run/copy.tmp"), logs.path(LOG), StandardCopyOption.REPLACE_EXISTING);
    assertEquals(12, logs.poll().step());
    assertEquals(12, logs.records());
  }

  @Test
  void a_document_replaced_by_rename_adds_its_new_entries() throws IOException {
    logs.write("hf/trainer_state.json", document("{\"step\":5,\"loss\":1.5}"));
    assertEquals(5, logs.pollLater().run("hf").position().step());
    logs.write("hf/state.tmp", document("{\"step\":5,\"loss\":1.5},{\"step\":10,\"loss\":1.25}"));
    Path state = logs.path("hf/trainer_state.json");
    Files.move(logs.path("hf/state.tmp"), state, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(10, logs.poll().run("hf").position().step());
    assertEquals(5, logs.run("hf").counts().steps());
    assertEquals(0, logs.run("hf").counts().restarts());
  }

  @Test
  void a_half_written_document_is_read_when_it_is_whole() throws IOException {
    logs.write("hf/trainer_state.json", document("{\"step\":5,\"loss\":1.5}"));
    logs.pollLater();
    String whole = document("{\"step\":5,\"loss\":1.5},{\"step\":10,\"loss\":1.25}");
    logs.write("hf/trainer_state.json", whole.substring(0, whole.length() - 20));
    assertEquals(5, logs.poll().run("hf").position().step());
    logs.write("hf/trainer_state.json", whole);
    assertEquals(10, logs.poll().run("hf").position().step());
    assertEquals(0, logs.run("hf").counts().rejections().size());
  }

  private static String document(String entries) {
    return "{\"max_steps\":100,\"log_history\":[" + entries + "]}";
  }

  @Test
  void a_directory_moved_away_and_back_is_read_on_where_it_was() throws IOException {
    Files.move(logs.path("run"), root.resolveSibling(root.getFileName() + "-away"));
    assertEquals(0, logs.pollLater().names().size());
    Files.move(root.resolveSibling(root.getFileName() + "-away"), logs.path("run"));
    logs.append(LOG, Lines.train(11));
    assertEquals(11, logs.pollLater().step());
    assertEquals(11, logs.records());
  }
}

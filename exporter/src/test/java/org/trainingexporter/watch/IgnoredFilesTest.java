package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;
import org.trainingexporter.watch.ignored.IgnoredLog;

final class IgnoredFilesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private List<String> ignored() {
    return logs.pollLater().watcher().report().ignored().stream()
        .map(IgnoredFilesTest::text)
        .toList();
  }

  private static String text(IgnoredLog log) {
    return log.file().getFileName() + " " + log.reason().label + ": " + log.nearest();
  }

  @Test
  void a_loss_without_a_position_is_named() throws IOException {
    logs.write("a/loss_history.csv", "loss,val_loss\n2.5,2.75\n2.25,2.5\n2.0,2.25\n");
    assertEquals(
        List.of("loss_history.csv no_position: has loss, but no step or epoch"), ignored());
    assertEquals(1, logs.watcher().report().ignoredFiles().get("no_position"));
    assertEquals(0, logs.names().size());
  }

  @Test
  void a_step_without_a_signal_is_named() throws IOException {
    logs.write("a/q.jsonl", "{\"step\":1,\"queue\":3}\n{\"step\":2,\"queue\":4}\n".repeat(2));
    assertEquals(
        List.of("q.jsonl no_signal: has step beside numbers, but no loss or other signal"),
        ignored());
  }

  @Test
  void a_form_that_no_reader_knows_is_named() throws IOException {
    logs.write("a/all.json", "[[\n\"loss: 2.5\",\n\"loss: 2.25\",\n\"loss: 2.0\"]]\n");
    assertEquals(
        List.of("all.json unknown_format: has loss, in no format that is read"), ignored());
  }

  @Test
  void a_file_that_becomes_a_log_is_named_no_more() throws IOException {
    logs.write("a/q.jsonl", "{\"loss\":1}\n{\"loss\":2}\n{\"loss\":2.5}\n");
    assertEquals(1, ignored().size());
    logs.append("a/q.jsonl", Lines.train(1));
    assertEquals(List.of(), ignored());
  }

  @Test
  void a_file_that_is_gone_is_named_no_more() throws IOException {
    Path file = logs.write("a/q.jsonl", "{\"loss\":1}\n{\"loss\":2}\n{\"loss\":2.5}\n");
    assertEquals(1, ignored().size());
    Files.delete(file);
    assertEquals(List.of(), ignored());
  }

  @Test
  void settings_data_sets_and_vocabularies_are_not_named() throws IOException {
    logs.write("a/config.json", "{\"loss\":\"mse\",\"lr\":0.1,\"epochs\":3}\n");
    logs.write("a/data.jsonl", "{\"text\":\"a\",\"label\":1}\n".repeat(200));
    logs.write("a/vocab.json", "{\"loss\":1,\"step\":2,\"the\":3}\n");
    logs.write("a/notes.txt", "We set the loss weight to a half.\nThe loss fell.\n");
    assertEquals(List.of(), ignored());
  }

  @Test
  void of_too_many_files_the_newest_are_read_and_the_others_counted() throws IOException {
    for (int i = 0; i < 1_003; i++) {
      logs.write("a/data%04d.jsonl".formatted(i), "{}\n");
    }
    logs.clock.advance(Duration.ofSeconds(5));
    logs.write("a/train.jsonl", Lines.train(1));
    assertEquals(List.of("a too_many: 4 files more than the 1000 that are read"), ignored());
    assertEquals(4, logs.watcher().report().ignoredFiles().get("too_many"));
    assertEquals(1, logs.step());
  }
}

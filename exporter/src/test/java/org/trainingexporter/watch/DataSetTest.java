package org.trainingexporter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** A data set under a log's name costs no more than a look at its head. */
final class DataSetTest {
  private static final long SIZE = 50L << 30;
  private static final Path OWN_IO = Path.of("/proc/self/io");

  /** A head of 1 MiB, and what the machine itself reads meanwhile. */
  private static final long FEW = 8 << 20;

  @TempDir private Path root;

  private static long bytesRead() throws IOException {
    String line = Files.readAllLines(OWN_IO).get(0);
    return Long.parseLong(line.substring(line.indexOf(' ') + 1));
  }

  private void assertIsLeftAlone(byte[] head) throws IOException {
    assertIsLeftAlone("train.jsonl", head);
  }

  private void assertIsLeftAlone(String name, byte[] head) throws IOException {
    assumeTrue(Files.isReadable(OWN_IO), "what this process reads is counted on Linux only");
    WatchedDirectory logs = new WatchedDirectory(root);
    Path data = logs.write("data/" + name, head);
    try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
      file.setLength(SIZE);
    }
    logs.write("run/train.jsonl", Lines.train(1));
    long before = bytesRead();
    assertEquals(Set.of("run"), logs.poll().pollLater().pollLater().names());
    assertTrue(bytesRead() - before < FEW, () -> "the data set was read");
  }

  @Test
  void a_file_without_a_line_is_not_read_beyond_its_head() throws IOException {
    assertIsLeftAlone(new byte[0]);
  }

  @Test
  void a_data_set_of_texts_is_not_read_beyond_its_head() throws IOException {
    String line = "{\"id\":7,\"text\":\"" + "word ".repeat(100) + "\",\"label\":1}\n";
    assertIsLeftAlone(line.repeat(4_000).getBytes(UTF_8));
  }

  @Test
  void a_text_that_is_no_log_is_not_read_beyond_its_head() throws IOException {
    String line = "In chapter 7 the loss of 3 sheep was told in 12 of 30 villages.\n";
    assertIsLeftAlone("story.txt", line.repeat(40_000).getBytes(UTF_8));
  }

  @Test
  void a_text_that_is_no_log_is_read_once_while_it_grows() throws IOException {
    assumeTrue(Files.isReadable(OWN_IO), "what this process reads is counted on Linux only");
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("data/access.log", "GET /items/7 200 took 12 ms\n".repeat(60_000));
    logs.poll();
    long before = bytesRead();
    for (int i = 0; i < 20; i++) {
      logs.append("data/access.log", "GET /items/7 200 took 12 ms\n");
      logs.pollLater();
    }
    assertTrue(bytesRead() - before < FEW, () -> "the head was read again and again");
  }

  @Test
  void a_log_whose_first_line_is_longer_than_that_is_known_by_its_beginning() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    String layer = "\"%s\":{\"gradient\":{\"norm\":1}}";
    String layers = layer.formatted("a".repeat(100)) + ("," + layer.formatted("b")).repeat(60_000);
    logs.write("layers.jsonl", "{\"step\":3,\"loss\":2,\"layers\":{" + layers + "}}\n");
    assertEquals(3, logs.poll().step());
  }

  @Test
  void a_data_set_of_one_long_line_is_not_read_beyond_its_head() throws IOException {
    assertIsLeftAlone("x".repeat(3 << 20).getBytes(UTF_8));
  }

  @Test
  void a_file_of_training_texts_with_steps_is_no_log() throws IOException {
    String line = "{\"step\":3,\"score\":0.5,\"prompt\":\"" + "word ".repeat(100) + "\"}\n";
    assertIsLeftAlone(line.repeat(4_000).getBytes(UTF_8));
  }
}

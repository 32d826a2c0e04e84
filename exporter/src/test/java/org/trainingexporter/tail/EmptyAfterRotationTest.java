package org.trainingexporter.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** An exporter starts right after a rotation, when the log itself says nothing yet. */
final class EmptyAfterRotationTest {
  private static final int STEPS = 600;

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private static String each(String line) {
    return IntStream.rangeClosed(1, STEPS)
        .mapToObj(step -> line.formatted(step))
        .collect(Collectors.joining());
  }

  private void assertHasPast() throws IOException {
    assertEquals(STEPS, logs.poll().step());
    assertEquals(STEPS, logs.records());
  }

  @Test
  void json_lines_have_their_past() throws IOException {
    logs.write("train.jsonl.1", Lines.trains(1, STEPS));
    logs.write("train.jsonl", "");
    assertHasPast();
  }

  @Test
  void a_table_has_its_past() throws IOException {
    logs.write("train.csv.1", "step,loss\n" + each("%d,2.5\n"));
    logs.write("train.csv", "");
    assertHasPast();
  }

  @Test
  void a_text_has_its_past() throws IOException {
    logs.write("train.log-20251122", each("step: %d loss: 2.5 lr: 0.1\n"));
    logs.write("train.log", "");
    assertHasPast();
  }

  @Test
  void a_log_with_half_a_line_has_its_past() throws IOException {
    logs.write("train.jsonl.1", Lines.trains(1, STEPS));
    logs.write("train.jsonl", Lines.train(STEPS + 1).substring(0, 9));
    assertHasPast();
  }

  @Test
  void a_log_that_begins_with_other_lines_has_its_past() throws IOException {
    logs.write("train.log.1", each("step: %d loss: 2.5 lr: 0.1\n"));
    logs.write("train.log", "log begun\n");
    assertHasPast();
  }
}

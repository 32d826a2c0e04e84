package org.trainingexporter.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.testing.ChildJvm;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class LongLinesTest {
  private static final int LONGEST = 1000;

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    logs = new WatchedDirectory(root, LONGEST);
    logs.write("train.jsonl", Lines.train(1));
    logs.poll();
  }

  /** A training record of exactly so many bytes before its line end. */
  private static String line(int step, int length) {
    String head = "{\"step\":%d,\"loss\":1,\"note\":\"".formatted(step);
    return head + "x".repeat(length - head.length() - 2) + "\"}\n";
  }

  @Test
  void a_line_as_long_as_the_bound_is_read() throws IOException {
    logs.append("train.jsonl", line(2, LONGEST));
    assertEquals(2, logs.poll().step());
    assertEquals(0, logs.rejected(Rejection.TOO_LONG));
  }

  @Test
  void a_line_longer_than_the_bound_is_rejected_once_and_the_next_is_read() throws IOException {
    logs.append("train.jsonl", line(2, LONGEST + 1) + Lines.train(3));
    assertEquals(3, logs.poll().step());
    assertEquals(1, logs.rejected(Rejection.TOO_LONG));
    assertEquals(2, logs.records());
  }

  @Test
  void a_too_long_line_that_arrives_in_parts_is_rejected_once() throws IOException {
    String line = line(2, 10 * LONGEST);
    for (int i = 0; i < line.length(); i += 700) {
      logs.append("train.jsonl", line.substring(i, Math.min(line.length(), i + 700)));
      logs.poll();
    }
    logs.append("train.jsonl", Lines.train(3));
    assertEquals(3, logs.poll().step());
    assertEquals(1, logs.rejected(Rejection.TOO_LONG));
  }

  @Test
  void a_too_long_line_at_the_end_of_a_rotated_file_costs_nothing_of_the_next() throws IOException {
    logs.write("other/train.jsonl.1", line(1, 5 * LONGEST).strip());
    logs.write("other/train.jsonl", Lines.trains(2, 4));
    assertEquals(4, logs.pollLater().run("other").position().step());
    assertEquals(3L, logs.run("other").counts().records().get(RecordKind.TRAIN));
  }

  @Test
  void lines_of_sixteen_mebibytes_are_read_in_a_small_heap() throws Exception {
    ChildJvm child = ChildJvm.with("-Xmx40m").run(LongLines.class, root.toString());
    assertEquals("step 4.0, too long 1, refused 1\n", child.output());
  }
}

package org.trainingexporter.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class PartialLinesTest {
  private static final Duration SILENCE = Duration.ofSeconds(10);

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watchOneStep() throws IOException {
    logs = new WatchedDirectory(root);
    logs.write("train.jsonl", Lines.train(1));
    logs.poll();
  }

  @Test
  void a_last_line_waits_until_it_is_whole() throws IOException {
    logs.append("train.jsonl", "{\"step\":2,\"loss\":1.2");
    assertEquals(1, logs.poll().step());
    logs.append("train.jsonl", "5}");
    assertEquals(1, logs.poll().step());
    logs.append("train.jsonl", "\n");
    assertEquals(2, logs.poll().step());
    assertEquals(1.25, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void a_write_may_split_a_character() throws IOException {
    byte[] line = "{\"error_type\":\"Überlauf 火\",\"step\":1}\n".getBytes(UTF_8);
    for (int i = 0; i < line.length; i++) {
      logs.append("train.jsonl", Arrays.copyOfRange(line, i, i + 1));
      logs.poll();
    }
    assertEquals(1, logs.run().counts().errors().get("Überlauf 火"));
    assertEquals(0, logs.rejected(Rejection.NOT_UTF8));
  }

  @Test
  void one_write_may_hold_several_lines_and_the_part_of_another() throws IOException {
    logs.append("train.jsonl", Lines.trains(2, 40) + "{\"step\":41,");
    assertEquals(40, logs.poll().step());
    logs.append("train.jsonl", "\"loss\":1}\n" + Lines.trains(42, 50));
    assertEquals(50, logs.poll().step());
    assertEquals(50, logs.records());
  }

  @Test
  void several_objects_on_one_line_are_several_records() throws IOException {
    String glued = Lines.train(2).strip() + Lines.train(3).strip() + " " + Lines.train(4);
    logs.append("train.jsonl", glued + Lines.train(5));
    assertEquals(5, logs.poll().step());
    assertEquals(5, logs.records());
  }

  @Test
  void an_ended_runs_last_line_is_read_after_ten_seconds_of_silence() throws IOException {
    logs.append("train.jsonl", Lines.train(2).strip());
    assertEquals(1, logs.pollAfter(SILENCE.minusMillis(1)).step());
    assertEquals(2, logs.pollAfter(Duration.ofMillis(1)).step());
  }

  @Test
  void a_last_line_that_is_not_whole_waits_however_long_it_is_silent() throws IOException {
    logs.append("train.jsonl", "{\"step\":2,\"loss\":1.2");
    assertEquals(1, logs.pollAfter(SILENCE.multipliedBy(100)).step());
    assertEquals(0, logs.rejected(Rejection.NOT_JSON));
    logs.append("train.jsonl", "5}\n");
    assertEquals(2, logs.poll().step());
  }

  @Test
  void a_run_that_ended_without_a_line_end_goes_on_when_it_is_resumed() throws IOException {
    logs.append("train.jsonl", Lines.train(2).strip());
    logs.pollAfter(SILENCE);
    logs.append("train.jsonl", "\n" + Lines.train(3));
    assertEquals(3, logs.poll().step());
    assertEquals(3, logs.records());
  }

  @Test
  void an_empty_file_is_no_run_until_it_holds_a_line() throws IOException {
    logs.write("late/train.jsonl", "");
    logs.pollLater();
    assertEquals(1, logs.names().size());
    logs.append("late/train.jsonl", Lines.train(7));
    assertEquals(7, logs.pollLater().run("late").position().step());
  }
}

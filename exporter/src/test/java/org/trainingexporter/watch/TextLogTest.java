package org.trainingexporter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.WatchedDirectory;

/** Text logs as they grow, break and are replaced. */
final class TextLogTest {
  private static final int LONGEST = 1_000;
  private static final String THREE = "step 1 loss 4\nstep 2 loss 3\nstep 3 loss 2\n";

  private WatchedDirectory watched;

  @BeforeEach
  void watch(@TempDir Path root) {
    watched = new WatchedDirectory(root.resolve("run"), LONGEST);
  }

  private double step() throws IOException {
    return watched.step();
  }

  @Test
  void lines_are_read_as_they_come_whatever_the_ending() throws IOException {
    for (String ending : new String[] {".log", ".txt", ".out", ".err"}) {
      watched.write("train" + ending, THREE);
    }
    assertEquals(4, watched.pollLater().names().size());
  }

  @Test
  void a_bar_is_read_at_each_carriage_return() throws IOException {
    watched.write("train.log", THREE);
    watched.pollLater();
    watched.append("train.log", "step 4 loss 1\rstep 5 loss 1\rstep 6 lo");
    watched.poll();
    assertEquals(5, step());
    watched.append("train.log", "ss 1\r");
    watched.poll();
    assertEquals(6, step());
  }

  @Test
  void a_half_written_last_line_waits_for_its_end() throws IOException {
    watched.write("train.log", THREE + "step 4 loss 1.2");
    watched.pollLater();
    watched.pollLater();
    assertEquals(3, step());
    watched.append("train.log", "5\n");
    watched.poll();
    assertEquals(4, step());
  }

  @Test
  void a_last_line_that_never_ends_is_read_after_a_long_silence() throws IOException {
    watched.write("train.log", THREE + "step 4 loss 1.2");
    watched.pollLater();
    watched.pollAfter(java.time.Duration.ofMinutes(11));
    assertEquals(4, step());
  }

  @Test
  void a_huge_line_is_counted_and_costs_only_itself() throws IOException {
    watched.write("train.log", THREE + "loss ".repeat(LONGEST) + "\nstep 4 loss 1\n");
    RunSnapshot run = watched.pollLater().run();
    assertEquals(4, run.position().step());
    assertEquals(1, watched.rejected(Rejection.TOO_LONG));
  }

  @Test
  void bytes_that_are_no_text_cost_nothing_around_them() throws IOException {
    byte[] noise = new byte[900];
    new Random(1).nextBytes(noise);
    watched.write("train.log", THREE);
    watched.append("train.log", noise);
    watched.append("train.log", "\nstep 4 loss 1\n");
    RunSnapshot run = watched.pollLater().run();
    assertEquals(4, run.position().step());
    assertEquals(4, watched.records());
  }

  @Test
  void a_replaced_log_begins_anew() throws IOException {
    watched.write("train.log", "Epoch 7\n" + THREE);
    watched.pollLater();
    watched.write("train.log", "loss 4\nstep 1 loss 3\nstep 2 loss 2.5\n".getBytes(UTF_8));
    watched.pollLater();
    RunSnapshot run = watched.run();
    assertEquals(2, run.position().step());
    assertEquals(7, run.position().epoch());
  }

  @Test
  void what_is_no_training_is_no_run() throws IOException {
    watched.write(
        "access.log",
        line("10.0.0.%d - - [22/Nov/2025:08:15:00 +0000] \"GET /?step=%d&loss=1\" 200"));
    watched.write(
        "requests.log", line("2025-11-22 08:15:%02d INFO GET /items/%d status=200 time=12 step=3"));
    watched.write(
        "pip.log", line("Collecting torch==2.%d\n  Downloading torch-2.%d.whl (755.5 MB)"));
    watched.write("prose.txt", line("In step %d of the story a loss of %d sheep is told."));
    watched.write(
        "trace.err", line("  File \"train.py\", line %d, in step\n    loss = model(x)[%d]"));
    watched.write("requirements.txt", line("numpy==1.%d.%d"));
    assertTrue(watched.pollLater().names().isEmpty());
  }

  private static String line(String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(format.formatted(i, i)).append('\n');
    }
    return text.toString();
  }
}

package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Records without a signal that count ahead of the training. */
final class LeapTest {
  @TempDir private Path root;

  private double stepAfter(int trained, int other) throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("train.jsonl", Lines.train(trained) + "{\"step\":" + other + ",\"queue\":3}\n");
    return logs.poll().step();
  }

  @Test
  void within_a_thousand_steps_they_move_the_position() throws IOException {
    assertEquals(1_010, stepAfter(10, 1_010));
  }

  @Test
  void beyond_a_thousand_steps_they_do_not() throws IOException {
    assertEquals(10, stepAfter(10, 1_011));
  }

  @Test
  void within_a_tenth_of_the_training_they_move_the_position() throws IOException {
    assertEquals(110_000, stepAfter(100_000, 110_000));
  }

  @Test
  void beyond_a_tenth_of_the_training_they_do_not() throws IOException {
    assertEquals(100_000, stepAfter(100_000, 110_001));
  }
}

package org.trainingexporter.parse.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

/** W&B's directory below the one of a run: the same training once more, or another. */
final class WandbBelowTest {
  private static final String BELOW = "run/wandb/run-20251122_081502-a/";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void writeWandb(double first) throws IOException {
    WandbFile file = new WandbFile().run("first-try", 1_763_799_200).config("seed", "7");
    for (int step = 1; step <= 20; step++) {
      file.history("_step", step + "", "loss", first - step / 64.0 + "", "lr", "0.5");
    }
    logs.write(BELOW + "run-a.wandb", file.exit(1).bytes());
  }

  private void writeLines() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= 20; step++) {
      lines.append("{\"step\":%d,\"loss\":%s}\n".formatted(step, 3 - step / 64.0));
    }
    logs.write("run/train.jsonl", lines.toString());
  }

  @Test
  void the_same_training_is_one_run_that_the_lines_lead() throws IOException {
    writeLines();
    writeWandb(3);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(20, logs.records());
    assertEquals(19, logs.run().counts().steps());
    assertEquals(0, logs.run().counts().rewinds());
    assertEquals(0.5, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals("first-try", logs.run().ownName());
    assertEquals("7", logs.run().settings().get("seed"));
    assertEquals(EarlyEnd.FAILED, logs.run().position().earlyEnd());
    assertEquals("custom", logs.run().identity().writer());
  }

  @Test
  void another_loss_is_another_run() throws IOException {
    writeLines();
    writeWandb(4);
    logs.pollLater();
    assertEquals(Set.of("run", "run/wandb/run-20251122_081502-a"), logs.names());
  }

  @Test
  void a_text_of_the_same_training_yields_to_what_lies_below() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= 20; step++) {
      lines.append("step %d | loss %s\n".formatted(step, 3 - step / 64.0));
    }
    logs.write("run/train.log", lines.toString());
    writeWandb(3);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals("wandb", logs.run().identity().writer());
    assertEquals(19, logs.run().counts().steps());
  }

  @Test
  void without_a_log_above_it_is_a_run_of_its_own() throws IOException {
    writeWandb(3);
    logs.pollLater();
    assertEquals(Set.of("run/wandb/run-20251122_081502-a"), logs.names());
  }

  @Test
  void one_that_comes_later_joins_the_run_that_is_there() throws IOException {
    writeLines();
    logs.pollLater();
    writeWandb(3);
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(0.5, logs.run().signals().newest(Signal.LEARNING_RATE));
  }
}

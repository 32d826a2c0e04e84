package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.service.HeapUse;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Where memory is short, runs are released and the others watched on. */
final class ReleasedRunsTest {
  @TempDir private Path root;
  private WatchedDirectory logs;
  private double room = 100;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
    Watcher watcher = logs.watcher();
    watcher.within(
        new HeapUse() {
          @Override
          public double occupancy() {
            return watcher.snapshots().size() / room;
          }

          @Override
          public void collect() {}
        });
  }

  @Test
  void finished_ones_go_first_and_others_are_read_on() throws IOException {
    logs.write("old/train.jsonl", Lines.train(1));
    logs.poll();
    logs.write("done/train.jsonl", Lines.train(1) + "{\"train_runtime\":12.5}\n");
    logs.write("new/train.jsonl", Lines.train(1));
    assertEquals(Set.of("done", "new", "old"), logs.pollLater().names());
    assertEquals(0, logs.watcher().released());
    room = 3;
    assertEquals(Set.of("new", "old"), logs.poll().poll().names());
    room = 2;
    assertEquals(Set.of("new"), logs.poll().poll().names());
    assertEquals(2, logs.watcher().released());
    logs.append("new/train.jsonl", Lines.train(2));
    assertEquals(2, logs.poll().step());
  }

  @Test
  void a_released_run_does_not_come_back() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    logs.write("b/train.jsonl", Lines.train(1));
    logs.poll();
    room = 2;
    logs.poll().poll();
    room = 100;
    logs.append("a/train.jsonl", Lines.train(2));
    assertEquals(Set.of("b"), logs.pollLater().names());
    assertEquals(-1, logs.lag("a"));
  }
}

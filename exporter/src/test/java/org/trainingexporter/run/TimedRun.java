package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.WatchedDirectory;

/** A run whose lines are read as its clock goes on. */
abstract class TimedRun {
  @TempDir Path root;
  WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  /** Reads the lines as soon as their last record's second, a step a second, has come. */
  void read(int last, String... lines) throws IOException {
    logs.clock.advance(Duration.ofSeconds(last - 1));
    logs.write("train.jsonl", String.join("", lines));
    logs.poll().pollAfter(Duration.ofMillis(500));
  }

  static String plan(int steps) {
    return "{\"max_steps\":" + steps + "}\n";
  }

  void assertState(TrainingState expected) throws IOException {
    assertEquals(expected, logs.state());
  }

  double eta() throws IOException {
    return logs.run().eta(logs.clock.seconds());
  }
}

package org.trainingexporter.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.testing.WatchedDirectory;

/** A run of a few JSON lines. */
abstract class RunOfLines {
  @TempDir Path root;

  /** A run of its own with these lines; single quotes stand for double ones. */
  RunSnapshot read(String... lines) throws IOException {
    WatchedDirectory logs = new WatchedDirectory(Files.createTempDirectory(root, "run"));
    logs.write("train.jsonl", (String.join("\n", lines) + "\n").replace('\'', '"'));
    return logs.pollLater().run();
  }

  static long records(RunSnapshot run, RecordKind kind) {
    return run.counts().records().get(kind);
  }
}

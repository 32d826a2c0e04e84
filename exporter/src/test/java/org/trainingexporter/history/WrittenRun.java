package org.trainingexporter.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.testing.ManualClock;
import org.trainingexporter.testing.WatchedDirectory;

/** A directory with a log, read at some time after it, and its history written. */
final class WrittenRun {
  final WatchedDirectory directory;
  private final Duration interval;

  WrittenRun(Path root, Duration interval) {
    this(root, interval, FileState::of);
  }

  WrittenRun(Path root, Duration interval, FileState.Probe files) {
    this.directory = new WatchedDirectory(root, files);
    this.interval = interval;
  }

  ManualClock clock() {
    return directory.clock;
  }

  /** Moves the clock to that second of the log. */
  WrittenRun at(double second) {
    Duration by = Duration.ofMillis((long) ((Story.time(second) - clock().seconds()) * 1e3));
    if (!by.isNegative()) {
      clock().advance(by);
    }
    return this;
  }

  WrittenRun log(String name, Story story) throws IOException {
    directory.write(name, story.text());
    return this;
  }

  HistoryWriter history(Receiver receiver) {
    return history(receiver, Steps.INLINE);
  }

  HistoryWriter history(Receiver receiver, Steps steps) {
    directory.pollLater();
    return new HistoryWriter(
        directory.watcher(),
        new HistoryOptions(interval, KeptSamples.LABELS, 20_000),
        receiver,
        clock(),
        steps);
  }

  /** Writes all that is to be written now. */
  WrittenRun to(Receiver receiver) throws IOException, InterruptedException {
    HistoryWriter history = history(receiver);
    while (history.advance()) {}
    return this;
  }
}

package org.trainingexporter.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** A log is rotated at each moment at which its state is read, just before and just after. */
class AnyRotationTest {
  @TempDir private Path root;

  /** Files whose names pass on at the n-th reading of a state. */
  private static final class RotatingFiles implements FileState.Probe {
    private final Rotation rotation;
    private final int at;
    private final boolean isBefore;
    private int reads;

    /** What happens at that moment. */
    private interface Rotation {
      void rotate() throws IOException;
    }

    RotatingFiles(Rotation rotation, int at, boolean isBefore) {
      this.rotation = rotation;
      this.at = at;
      this.isBefore = isBefore;
    }

    @Override
    public FileState of(Path path) throws IOException {
      boolean now = ++reads == at;
      if (now && isBefore) {
        rotation.rotate();
      }
      try {
        return FileState.of(path);
      } finally {
        if (now && !isBefore) {
          rotation.rotate();
        }
      }
    }
  }

  /** What works ahead of the reader. */
  AheadThreads ahead() {
    return AheadThreads.NONE;
  }

  /** Writes or moves files of a log. */
  private interface Change {
    void make(WatchedDirectory logs) throws IOException;
  }

  /** What there is at first, what comes with the first records, and the rotation. */
  private record Story(Change begin, Change goOn, Change rotation) {}

  private void assertLosesNothing(Change begin, Change rotation) throws IOException {
    assertLosesNothing(new Story(begin, WatchedDirectory::poll, rotation), 60);
  }

  private void assertLosesNothing(Story story, int steps) throws IOException {
    int moments = 0;
    while (happens(story, moments + 1, true, steps) && happens(story, moments + 1, false, steps)) {
      moments++;
    }
    assertTrue(moments > 5, "the log was rotated at " + moments + " moments");
  }

  private boolean happens(Story story, int at, boolean isBefore, int steps) throws IOException {
    Path own = Files.createDirectories(root.resolve(at + "-" + isBefore));
    WatchedDirectory[] logs = new WatchedDirectory[1];
    RotatingFiles files = new RotatingFiles(() -> story.rotation.make(logs[0]), at, isBefore);
    logs[0] = new WatchedDirectory(own, files, ahead());
    story.begin.make(logs[0]);
    story.goOn.make(logs[0]);
    for (int i = 0; i < 3; i++) {
      logs[0].poll();
    }
    if (files.reads < at) {
      return false;
    }
    logs[0].pollLater();
    String when = (isBefore ? "before" : "after") + " reading " + at;
    assertEquals(steps, logs[0].records(), when);
    assertEquals(steps, logs[0].step(), when);
    assertEquals(0, logs[0].run().counts().restarts() + logs[0].run().counts().rewinds(), when);
    return true;
  }

  private static void move(WatchedDirectory logs, String from, String to) throws IOException {
    Files.move(logs.path(from), logs.path(to));
  }

  @Test
  void a_log_alone_loses_no_line() throws IOException {
    assertLosesNothing(
        logs -> {
          logs.write("train.jsonl", Lines.trains(1, 50));
        },
        logs -> {
          logs.append("train.jsonl", Lines.trains(51, 55));
          move(logs, "train.jsonl", "train.jsonl.1");
          logs.write("train.jsonl", Lines.trains(56, 60));
        });
  }

  @Test
  void a_log_with_a_past_loses_no_line() throws IOException {
    assertLosesNothing(
        logs -> {
          logs.write("train.jsonl.2", Lines.trains(1, 20));
          logs.write("train.jsonl.1", Lines.trains(21, 40));
          logs.write("train.jsonl", Lines.trains(41, 50));
        },
        logs -> {
          move(logs, "train.jsonl.2", "train.jsonl.3");
          move(logs, "train.jsonl.1", "train.jsonl.2");
          move(logs, "train.jsonl", "train.jsonl.1");
          logs.write("train.jsonl", Lines.trains(51, 60));
        });
  }

  @Test
  void a_log_that_is_rotated_twice_loses_no_line() throws IOException {
    assertLosesNothing(
        logs -> {
          logs.write("train.jsonl.1", Lines.trains(1, 30));
          logs.write("train.jsonl", Lines.trains(31, 40));
        },
        logs -> {
          move(logs, "train.jsonl.1", "train.jsonl.3");
          move(logs, "train.jsonl", "train.jsonl.2");
          logs.write("train.jsonl.1", Lines.trains(41, 50));
          logs.write("train.jsonl", Lines.trains(51, 60));
        });
  }

  @Test
  void a_log_that_is_rotated_while_it_grows_loses_no_line() throws IOException {
    assertLosesNothing(
        new Story(
            logs -> {
              logs.write("train.jsonl", Lines.trains(1, 30));
            },
            logs -> {
              logs.poll();
              if (!Files.exists(logs.path("train.jsonl.1"))) {
                logs.append("train.jsonl", Lines.trains(31, 40));
              }
            },
            logs -> {
              boolean grown = Files.readString(logs.path("train.jsonl")).contains("\"step\":40,");
              logs.append("train.jsonl", grown ? Lines.train(41) : Lines.trains(31, 41));
              move(logs, "train.jsonl", "train.jsonl.1");
              logs.write("train.jsonl", Lines.trains(42, 60));
            }),
        60);
  }

  @Test
  void a_log_with_its_stamp_before_the_suffix_loses_no_line() throws IOException {
    assertLosesNothing(
        logs -> {
          logs.write("train.2.jsonl", Lines.trains(1, 20));
          logs.write("train.1.jsonl", Lines.trains(21, 40));
          logs.write("train.jsonl", Lines.trains(41, 50));
        },
        logs -> {
          move(logs, "train.2.jsonl", "train.3.jsonl");
          move(logs, "train.1.jsonl", "train.2.jsonl");
          move(logs, "train.jsonl", "train.1.jsonl");
          logs.write("train.jsonl", Lines.trains(51, 60));
        });
  }

  @Test
  void a_log_that_is_empty_when_it_is_found_loses_no_line() throws IOException {
    assertLosesNothing(
        logs -> {
          logs.write("train.jsonl.1", Lines.trains(1, 30));
          logs.write("train.jsonl", "");
        },
        logs -> {
          logs.append("train.jsonl", Lines.trains(31, 50));
          move(logs, "train.jsonl.1", "train.jsonl.2");
          move(logs, "train.jsonl", "train.jsonl.1");
          logs.write("train.jsonl", Lines.trains(51, 60));
        });
  }
}

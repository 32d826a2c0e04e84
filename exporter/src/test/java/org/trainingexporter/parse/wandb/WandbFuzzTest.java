package org.trainingexporter.parse.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.Exploration;
import org.trainingexporter.testing.LogContent;
import org.trainingexporter.testing.WatchedDirectory;

/** Whatever bytes a file holds, reading it ends, without an exception. */
final class WandbFuzzTest {
  private static final int TRIES = 150;
  private static final int STEPS = 40;

  private static byte[] log() {
    WandbFile file = new WandbFile().run("fuzz", 1_763_799_200).config("seed", "7");
    for (int step = 1; step <= STEPS; step++) {
      file.step(step, 50 - step).output("line " + step + "\n");
    }
    return file.exit(0).bytes();
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void changed_bytes_cost_no_more_than_records(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 7, max = 4000) Integer> places,
      @ForAll byte change)
      throws IOException {
    byte[] bytes = log();
    places.forEach(p -> bytes[p % bytes.length] ^= change);
    LogContent content = read(bytes);
    assertTrue(content.with("loss").size() <= STEPS);
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void messages_of_random_bytes_are_passed_over_or_counted(
      @ForAll @Size(max = 20) List<@Size(max = 60) byte[]> messages) throws IOException {
    WandbFile file = new WandbFile().step(1, 2);
    messages.forEach(file::message);
    LogContent content = read(file.step(2, 1).bytes());
    assertTrue(content.with("loss").size() >= 2);
    assertEquals(0, content.rejected.getOrDefault(Rejection.BAD_FRAME, 0));
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void chunks_of_random_bytes_end_the_file(@ForAll @Size(max = 300) byte[] bytes)
      throws IOException {
    byte[] log = new WandbFile().step(1, 2).bytes();
    byte[] all = Arrays.copyOf(log, log.length + bytes.length);
    System.arraycopy(bytes, 0, all, log.length, bytes.length);
    assertEquals(1, read(all).with("loss").size());
  }

  @Test
  void a_length_of_two_gigabytes_is_believed_by_nobody() throws IOException {
    byte[] huge = {0x12, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07, 1};
    byte[] negative = new byte[12];
    Arrays.fill(negative, (byte) 0xFF);
    negative[0] = 0x12;
    negative[11] = 1;
    LogContent content =
        read(new WandbFile().step(1, 2).message(huge).message(negative).step(2, 1).bytes());
    assertEquals(2, content.with("loss").size());
    assertEquals(2, content.rejected.get(Rejection.WRONG_SHAPE));
  }

  @Test
  void deep_values_are_refused() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String nested = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
    LogContent content =
        read(new WandbFile().step(1, 2).history("x", deep).history("x", nested).step(2, 1).bytes());
    assertEquals(2, content.with("loss").size());
    assertEquals(2, content.rejected.get(Rejection.NOT_JSON));
  }

  @Property(tries = 60 * Exploration.TIMES, seed = Exploration.SEED, edgeCases = EdgeCasesMode.NONE)
  void a_file_that_grows_in_any_pieces_is_read_as_at_once(
      @ForAll @Size(max = 25) List<@IntRange(max = 6000) Integer> cuts) throws IOException {
    Path root = Files.createTempDirectory("split");
    try {
      byte[] log = log();
      WatchedDirectory whole = new WatchedDirectory(root.resolve("whole/run"));
      whole.write("run-a.wandb", log);
      WatchedDirectory split = new WatchedDirectory(root.resolve("split/run"));
      split.write("run-a.wandb", new byte[0]);
      int from = 0;
      for (int cut : new TreeSet<>(cuts)) {
        int to = Math.min(Math.max(from, cut), log.length);
        split.append("run-a.wandb", Arrays.copyOfRange(log, from, to));
        split.poll();
        from = to;
      }
      split.append("run-a.wandb", Arrays.copyOfRange(log, from, log.length));
      assertEquals(shown(whole), shown(split));
    } finally {
      delete(root);
    }
  }

  private static String shown(WatchedDirectory logs) throws IOException {
    RunSnapshot run = logs.pollLater().run();
    return List.of(
            run.identity().name(),
            run.position(),
            run.times(),
            run.signals(),
            run.counts(),
            run.settings(),
            run.ownName())
        .toString();
  }

  private static LogContent read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".wandb");
    try {
      Files.write(file, bytes);
      return LogContent.of(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void delete(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

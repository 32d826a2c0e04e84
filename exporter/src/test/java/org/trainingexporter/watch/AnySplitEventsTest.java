package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.Exploration;
import org.trainingexporter.testing.WatchedDirectory;

/** An event file that is read piece by piece, however it is cut, is read as it is read at once. */
final class AnySplitEventsTest {
  private static final String FILE = "events.out.tfevents.1763800000.host.1.0";
  private static final double START = 1_763_800_000;

  /** Longer than any step is waited for, so that all that is written counts. */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private record Scalar(String tag, int step, double value, double pause) {}

  @Provide
  Arbitrary<List<Scalar>> scalars() {
    Arbitrary<String> tag =
        Arbitraries.of("loss", "loss", "loss", "lr", "val/loss", "epoch_loss", "grad_norm", "own");
    Arbitrary<Integer> step = Arbitraries.integers().between(0, 60);
    Arbitrary<Double> value = Arbitraries.of(2.5, 0.125, Double.NaN, 1e30, -4.0);
    Arbitrary<Double> pause = Arbitraries.of(0.0, 0.25, 1.0, 3.0);
    return Combinators.combine(tag, step, value, pause).as(Scalar::new).list().ofMaxSize(60);
  }

  private static byte[] log(List<Scalar> scalars) {
    EventBytes events = new EventBytes();
    double time = START;
    for (Scalar s : scalars) {
      time += s.pause;
      events.scalar(time, s.step, s.tag, s.value);
    }
    return events.scalar(time + 10, 70, "own", 1).bytes();
  }

  @Property(tries = 80 * Exploration.TIMES, seed = Exploration.SEED, edgeCases = EdgeCasesMode.NONE)
  void the_state_is_the_same(
      @ForAll("scalars") List<Scalar> scalars,
      @ForAll @Size(max = 30) List<@IntRange(max = 4000) Integer> cuts)
      throws IOException {
    byte[] head = new EventBytes().losses(START - 100, 1, 5).bytes();
    byte[] rest = log(scalars);
    Path root = Files.createTempDirectory("split");
    try {
      WatchedDirectory whole = new WatchedDirectory(root.resolve("whole/run"));
      whole.write(FILE, head);
      whole.append(FILE, rest);
      WatchedDirectory split = new WatchedDirectory(root.resolve("split/run"));
      split.write(FILE, head);
      split.poll();
      int from = 0;
      for (int cut : new TreeSet<>(cuts)) {
        int to = Math.min(cut, rest.length);
        split.append(FILE, Arrays.copyOfRange(rest, from, to));
        split.poll();
        from = to;
      }
      split.append(FILE, Arrays.copyOfRange(rest, from, rest.length));
      assertEquals(
          TimelessSnapshot.withoutSpace(whole.pollAfter(SILENCE).run()),
          TimelessSnapshot.withoutSpace(split.pollAfter(SILENCE).run()));
    } finally {
      delete(root);
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

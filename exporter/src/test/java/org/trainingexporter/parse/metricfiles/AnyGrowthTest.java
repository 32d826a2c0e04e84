package org.trainingexporter.parse.metricfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.Exploration;
import org.trainingexporter.testing.WatchedDirectory;

/** A store that is read while it grows, in whatever pieces, is read as it is read at once. */
final class AnyGrowthTest {
  private static final int STEPS = 30;
  private static final String META =
      """
      end_time: null
      lifecycle_stage: active
      run_id: a
      run_name: n
      start_time: 1763799300000
      status: 1
      """;

  private record Addition(String file, String text) {}

  /** The lines as MLflow writes them, each in two pieces where a cut says so. */
  private static List<Addition> additions(List<Integer> cuts) {
    List<Addition> all = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      add(all, "train/loss", step, cuts);
      add(all, "lr", step, cuts);
      if (step % 5 == 4) {
        add(all, "val_loss", step, cuts);
      }
    }
    return all;
  }

  private static void add(List<Addition> all, String metric, int step, List<Integer> cuts) {
    String line = "%d %s %d\n".formatted(1_763_799_300_000L + 1_000L * step, 40 - step, step);
    int cut = cuts.isEmpty() ? 0 : cuts.get(all.size() % cuts.size()) % line.length();
    all.add(new Addition("metrics/" + metric, line.substring(0, cut)));
    all.add(new Addition("metrics/" + metric, line.substring(cut)));
  }

  @Property(tries = 40 * Exploration.TIMES, seed = Exploration.SEED, edgeCases = EdgeCasesMode.NONE)
  void any_pieces_give_the_same_state(
      @ForAll @Size(max = 20) List<@IntRange(max = 40) Integer> cuts,
      @ForAll @IntRange(min = 1, max = 9) int every)
      throws IOException {
    Path root = Files.createTempDirectory("store");
    try {
      WatchedDirectory whole = new WatchedDirectory(root.resolve("whole/run"));
      WatchedDirectory split = new WatchedDirectory(root.resolve("split/run"));
      whole.write("meta.yaml", META);
      split.write("meta.yaml", META);
      int number = 0;
      for (Addition a : additions(cuts)) {
        Files.createDirectories(whole.path(a.file).getParent());
        Files.createDirectories(split.path(a.file).getParent());
        whole.append(a.file, a.text);
        split.append(a.file, a.text);
        if (++number % every == 0) {
          split.poll();
        }
      }
      assertEquals(shown(whole), shown(split));
    } finally {
      delete(root);
    }
  }

  private static String shown(WatchedDirectory logs) throws IOException {
    RunSnapshot run = logs.pollLater().run();
    return List.of(
            run.position(),
            run.times(),
            run.signals(),
            run.validation(),
            run.counts(),
            run.events())
        .toString();
  }

  private static void delete(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

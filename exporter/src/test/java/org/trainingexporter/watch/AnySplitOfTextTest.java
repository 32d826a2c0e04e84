package org.trainingexporter.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.Exploration;
import org.trainingexporter.testing.WatchedDirectory;

/** A text that is read piece by piece, however it is cut, is read as it is read at once. */
final class AnySplitOfTextTest {
  private static final int TRIES = 60;

  /** A log from its first lines on, so that it is found before it is cut. */
  private static final String HEAD = "step 1 loss 4\nstep 2 loss 3.5\nstep 3 loss 3\n";

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(
            "step %d loss 2.5\n",
            "step %d | loss 2.%d | lr 1e-3 | 12.%d it/s\n",
            "2025-11-22 08:%d:10,500 - INFO - train: step=%d, loss=1.%d\r\n",
            "step %d loss nan\n",
            "Epoch %d/90\n",
            "val_loss: 2.%d\n",
            " 45%%|████ | %d/100 [00:12<00:15, 3.%dit/s, loss=0.3]\r",
            "{'step': %d, 'loss': tensor(2.%d)}\n",
            "----------------\n| step | %d |\n|  loss | 2.%d |\n----------------\n",
            "\u001b[31mstep %d loss 1\u001b[0m\n",
            "worker %d read shard %d of the größe 火\n",
            "\0\0\0",
            "\n",
            "step %d: loss 2.%d, unended: (3\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(50);
  }

  private static byte[] log(List<String> lines) {
    StringBuilder out = new StringBuilder(HEAD);
    for (int i = 0; i < lines.size(); i++) {
      out.append(lines.get(i).formatted(i + 10, i + 10, i + 10));
    }
    return out.append("step 70 loss 1\n").toString().getBytes(UTF_8);
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void any_split_gives_the_same_state_but_for_the_times(
      @ForAll("lines") List<String> lines,
      @ForAll @Size(max = 20) List<@IntRange(max = 2_500) Integer> cuts)
      throws IOException {
    byte[] log = log(lines);
    Path root = Files.createTempDirectory("split");
    try {
      WatchedDirectory split = new WatchedDirectory(root.resolve("split/run"));
      int from = HEAD.length();
      split.write("train.log", HEAD);
      split.poll();
      for (int cut : new TreeSet<>(cuts)) {
        if (cut > from && cut < log.length) {
          split.append("train.log", Arrays.copyOfRange(log, from, cut));
          split.poll();
          from = cut;
        }
      }
      split.append("train.log", Arrays.copyOfRange(log, from, log.length));
      WatchedDirectory whole = new WatchedDirectory(root.resolve("whole/run"));
      whole.write("train.log", log);
      assertSame(
          TimelessSnapshot.of(whole.pollLater().run()),
          TimelessSnapshot.of(split.pollLater().run()));
    } finally {
      try (var files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
  }

  private static void assertSame(RunSnapshot expected, RunSnapshot found) {
    assertEquals(expected.position(), found.position());
    assertEquals(expected.signals(), found.signals());
    assertEquals(expected.schedule(), found.schedule());
    assertEquals(expected.validation(), found.validation());
    assertEquals(expected.counts(), found.counts());
    assertEquals(expected.values(), found.values());
    assertEquals(expected.events(), found.events());
  }
}

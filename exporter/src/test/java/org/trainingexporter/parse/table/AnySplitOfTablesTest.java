package org.trainingexporter.parse.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/** A table that is read piece by piece, however it is cut, is read as it is read at once. */
final class AnySplitOfTablesTest {
  private static final int TRIES = 60;

  @Provide
  Arbitrary<List<String>> rows() {
    return Arbitraries.of(
            "%d;2,5;0,001;3;1763798400\n",
            "%d;2,25;;;1763798410\r\n",
            "%d;nan;1e-3;none;1763798420\n",
            "%d\n",
            "%d;1;2;3;4;5;6\n",
            "%d;\"2,125\";0,5;\"x;y\";1763798430\n",
            "%d;\"2\n",
            "\n",
            "# %d\n",
            "stopped\n",
            "step;loss;lr;val_loss;timestamp\n",
            "%d;größe 火;1;2;1763798440\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  private static String table(List<String> rows) {
    StringBuilder out = new StringBuilder("step;loss;lr;val_loss;timestamp\n");
    out.append("1;3;0,5;3,5;1763798390\n");
    for (int i = 0; i < rows.size(); i++) {
      out.append(rows.get(i).formatted(i + 2));
    }
    return out.append("99;1;0,5;2;1763798500\n").toString();
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void any_split_gives_the_same_state(
      @ForAll("rows") List<String> rows,
      @ForAll @Size(max = 20) List<@IntRange(max = 1500) Integer> cuts)
      throws IOException {
    assertSame(table(rows).getBytes(UTF_8), cuts);
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void any_split_of_utf_16_gives_the_same_state(
      @ForAll("rows") List<String> rows,
      @ForAll boolean littleEndian,
      @ForAll @Size(max = 20) List<@IntRange(max = 3000) Integer> cuts)
      throws IOException {
    Charset charset = littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    assertSame(("\uFEFF" + table(rows)).getBytes(charset), cuts);
  }

  private static void assertSame(byte[] log, List<Integer> cuts) throws IOException {
    Path root = Files.createTempDirectory("split");
    try {
      WatchedDirectory split = new WatchedDirectory(root.resolve("a"));
      Files.createDirectories(root.resolve("a/run"));
      int from = 0;
      for (int cut : new TreeSet<>(cuts)) {
        if (cut > from && cut < log.length) {
          split.append("run/t.csv", Arrays.copyOfRange(log, from, cut));
          split.poll();
          from = cut;
        }
      }
      split.append("run/t.csv", Arrays.copyOfRange(log, from, log.length));
      split.pollLater();
      WatchedDirectory whole = new WatchedDirectory(root.resolve("b"));
      whole.write("run/t.csv", log);
      whole.pollLater();
      RunSnapshot expected = whole.run();
      RunSnapshot found = split.run();
      assertEquals(expected.position(), found.position());
      assertEquals(expected.signals(), found.signals());
      assertEquals(expected.validation(), found.validation());
      assertEquals(expected.counts(), found.counts());
      assertEquals(expected.values(), found.values());
    } finally {
      try (var files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
  }
}

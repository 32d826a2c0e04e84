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

/**
 * A document that is replaced as it grows, also by beginnings of it that end anywhere, is read in
 * the end as one that was never anything else.
 */
final class AnyCutDocumentTest {
  private static final int TRIES = 60;

  @Provide
  Arbitrary<List<String>> entries() {
    return Arbitraries.of(
            "{\"step\":%d,\"loss\":2.5,\"timestamp\":%d}",
            "{\"step\":%d,\"loss\":NaN,\"timestamp\":%d}",
            "{\"step\":%d,\"eval_loss\":2.25,\"timestamp\":%d}",
            "{\"step\":%d,\"loss\":2,\"lr\":1e-3,\"größe 火\":4,\"timestamp\":%d}",
            "{\"step\":%d,\"note\":\"a ] } \\\" b\",\"timestamp\":%d}")
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static byte[] document(List<String> entries, int count, boolean asArray) {
    StringBuilder out = new StringBuilder(asArray ? "[" : "{\"best\":null,\"log_history\":[");
    out.append("{\"step\":1,\"loss\":3,\"timestamp\":1763798400}");
    for (int i = 0; i < count; i++) {
      out.append(",\n").append(entries.get(i).formatted(10 * i + 10, 1_763_798_410 + 10 * i));
    }
    return out.append(asArray ? "]\n" : "],\"max_steps\":500}\n").toString().getBytes(UTF_8);
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void it_is_read_as_if_it_had_been_whole_at_once(
      @ForAll("entries") List<String> entries,
      @ForAll boolean asArray,
      @ForAll @Size(max = 6) List<@IntRange(max = 30) Integer> grown,
      @ForAll @Size(max = 10) List<@IntRange(max = 2_000) Integer> cuts)
      throws IOException {
    byte[] whole = document(entries, entries.size(), asArray);
    Path root = Files.createTempDirectory("document");
    try {
      WatchedDirectory replaced = new WatchedDirectory(root.resolve("a"));
      for (int count : new TreeSet<>(grown)) {
        replaced.write(
            "run/state.json", document(entries, Math.min(count, entries.size()), asArray));
        replaced.pollLater();
      }
      for (int cut : new TreeSet<>(cuts)) {
        replaced.write("run/state.json", Arrays.copyOf(whole, Math.min(cut, whole.length)));
        replaced.poll();
      }
      replaced.write("run/state.json", whole);
      WatchedDirectory atOnce = new WatchedDirectory(root.resolve("b"));
      atOnce.write("run/state.json", whole);
      assertSame(atOnce.pollLater().run(), replaced.pollLater().run());
    } finally {
      try (var files = Files.walk(root)) {
        files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
  }

  private static void assertSame(RunSnapshot expected, RunSnapshot found) {
    assertEquals(expected.position(), found.position());
    assertEquals(expected.signals(), found.signals());
    assertEquals(expected.validation(), found.validation());
    assertEquals(expected.counts(), found.counts());
    assertEquals(expected.schedule(), found.schedule());
  }
}

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
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.Exploration;
import org.trainingexporter.testing.WatchedDirectory;

/** A log that is read piece by piece, however it is cut, is read as it is read at once. */
final class AnySplitTest {
  private static final int TRIES = 80;

  /** One record more, with its number in the log. */
  private record Piece(String start, String rest) {
    String line(int number, boolean timed) {
      String time = timed ? ",\"timestamp\":" + (1_763_798_400 + 10 * number) : "";
      return start.isEmpty() ? rest : start + time + rest;
    }
  }

  private static final Piece FIRST = piece("\"step\":5,\"loss\":2");

  @Provide
  Arbitrary<List<Piece>> pieces() {
    Arbitrary<Integer> step = Arbitraries.integers().between(0, 60);
    Arbitrary<String> number =
        Arbitraries.of("2.5", "1e-05", "NaN", "\"3\"", "true", "1e999", "900", "0.1234567890123");
    Arbitrary<Piece> train =
        Combinators.combine(step, number, number)
            .as((s, a, b) -> piece("\"step\":%d,\"loss\":%s,\"grad_norm\":%s".formatted(s, a, b)));
    Arbitrary<Piece> eval =
        Combinators.combine(step, number)
            .as((s, a) -> piece("\"step\":%d,\"eval_loss\":%s".formatted(s, a)));
    Arbitrary<Piece> other =
        Combinators.combine(step, number)
            .as((s, a) -> piece("\"step\":%d,\"größe\":%s,\"max_steps\":50".formatted(s, a)));
    Arbitrary<Piece> odd =
        Arbitraries.of("\n", "\r\n", "\0\0\0", "{broken\n", "火\n", "[1]\n", " \t\n", "{}{}\n")
            .map(text -> new Piece("", text));
    Arbitrary<Piece> error =
        step.map(s -> piece("\"step\":%d,\"error_type\":\"Überlauf 火\"".formatted(s)));
    return Arbitraries.frequencyOf(
            Tuple.of(8, train),
            Tuple.of(2, eval),
            Tuple.of(1, other),
            Tuple.of(1, odd),
            Tuple.of(1, error))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static Piece piece(String keys) {
    return new Piece("{" + keys, "}\n");
  }

  private static byte[] log(List<Piece> pieces, boolean timed) {
    StringBuilder out = new StringBuilder(FIRST.line(0, timed));
    for (int i = 0; i < pieces.size(); i++) {
      out.append(pieces.get(i).line(i + 1, timed));
    }
    return out.append("{\"step\":70,\"note\":\"end\"}\n").toString().getBytes(UTF_8);
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void records_with_times_give_the_same_state(
      @ForAll("pieces") List<Piece> pieces,
      @ForAll @Size(max = 30) List<@IntRange(max = 4000) Integer> cuts)
      throws IOException {
    assertSame(log(pieces, true), cuts, UnaryOperator.identity());
  }

  @Property(
      tries = TRIES * Exploration.TIMES,
      seed = Exploration.SEED,
      edgeCases = EdgeCasesMode.NONE)
  void records_without_times_give_the_same_state_but_for_the_times(
      @ForAll("pieces") List<Piece> pieces,
      @ForAll @Size(max = 30) List<@IntRange(max = 4000) Integer> cuts)
      throws IOException {
    assertSame(log(pieces, false), cuts, TimelessSnapshot::of);
  }

  private static void assertSame(byte[] log, List<Integer> cuts, UnaryOperator<RunSnapshot> shown)
      throws IOException {
    Path root = Files.createTempDirectory("split");
    try {
      WatchedDirectory whole = new WatchedDirectory(root.resolve("whole/run"));
      whole.write("train.jsonl", log);
      WatchedDirectory split = new WatchedDirectory(root.resolve("split/run"));
      int from = endOfFirstLine(log);
      split.write("train.jsonl", Arrays.copyOf(log, from));
      split.poll();
      for (int cut : new TreeSet<>(cuts)) {
        int to = Math.min(Math.max(from, cut), log.length);
        split.append("train.jsonl", Arrays.copyOfRange(log, from, to));
        split.poll();
        from = to;
      }
      split.append("train.jsonl", Arrays.copyOfRange(log, from, log.length));
      assertEquals(
          shown.apply(TimelessSnapshot.withoutSpace(whole.pollLater().run())),
          shown.apply(TimelessSnapshot.withoutSpace(split.pollLater().run())));
    } finally {
      delete(root);
    }
  }

  /** Until there the log must be whole to be found. */
  private static int endOfFirstLine(byte[] log) {
    int end = 0;
    while (log[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  private static void delete(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

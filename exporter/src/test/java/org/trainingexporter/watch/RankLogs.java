package org.trainingexporter.watch;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trainingexporter.run.rank.RankSnapshot;
import org.trainingexporter.testing.WatchedDirectory;

/** What ranks log, and what the only run says of them. */
final class RankLogs {
  static final double START = 1_763_800_000;

  private RankLogs() {}

  static String lines(int from, int to, IntFunction<String> line) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  /** A step each two seconds. */
  static String line(int step, double loss, String more) {
    return "{\"step\":%d,\"loss\":%s,\"timestamp\":%s%s}"
        .formatted(step, loss, START + 2 * step, more);
  }

  static String steps(int to) {
    return lines(1, to, i -> line(i, 4.0 / i, ""));
  }

  static List<RankSnapshot> ranks(WatchedDirectory logs) throws IOException {
    return logs.run().ranks().ranks();
  }

  static List<Integer> numbers(WatchedDirectory logs) throws IOException {
    return ranks(logs).stream().map(rank -> rank.place().rank()).toList();
  }

  static List<Double> each(WatchedDirectory logs, ToDoubleFunction<RankSnapshot> number)
      throws IOException {
    return ranks(logs).stream().mapToDouble(number).boxed().toList();
  }
}

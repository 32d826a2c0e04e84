package org.trainingexporter.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trainingexporter.testing.WatchedDirectory;

/** A watched directory and what is drawn of the only run in it; every question reads the logs. */
final class DrawnRun implements AutoCloseable {
  final WatchedDirectory logs;
  final Plots plots;

  DrawnRun(Path root) {
    logs = new WatchedDirectory(root);
    plots = logs.plots();
  }

  void write(String... lines) throws IOException {
    logs.write("train.jsonl", String.join("\n", lines) + "\n");
  }

  void append(String... lines) throws IOException {
    logs.append("train.jsonl", String.join("\n", lines) + "\n");
  }

  /** Its name, once what stands in the logs is read. */
  String name() throws IOException {
    logs.pollLater();
    return logs.run().identity().name();
  }

  Optional<Answer> ask(Query query) {
    logs.pollLater();
    return plots.ask(query).join();
  }

  List<Series> series(String signal) throws IOException {
    return ask(Query.of(name(), List.of(signal))).orElseThrow().series();
  }

  /** One curve as "x=y" from its first point to its last. */
  String curve(String signal) throws IOException {
    return text(series(signal));
  }

  static String text(List<Series> series) {
    return series.stream()
        .flatMap(
            s -> IntStream.range(0, s.size()).mapToObj(i -> number(s.x(i)) + "=" + number(s.y(i))))
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    return value == Math.rint(value) && !Double.isInfinite(value)
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * How layers came to be what they are.
   *
   * @param layer whose weights are told by histograms, or empty
   * @param layers whose curves are told
   */
  LayerHistory layers(String layer, String... layers) throws IOException {
    return plots.ask(new LayerQuery(name(), List.of(layers), layer, "weight")).join().orElseThrow();
  }

  @Override
  public void close() {
    plots.close();
  }
}

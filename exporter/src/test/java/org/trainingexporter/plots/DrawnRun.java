package org.trainingexporter.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.testing.WatchedDirectory;

/** A watched directory and what is drawn of the only run in it; every question reads the logs. */
public final class DrawnRun implements AutoCloseable {
  public final WatchedDirectory logs;
  public final Plots plots;

  public DrawnRun(Path root) {
    logs = new WatchedDirectory(root);
    plots = logs.plots();
  }

  public void write(String... lines) throws IOException {
    logs.write("train.jsonl", String.join("\n", lines) + "\n");
  }

  public void append(String... lines) throws IOException {
    logs.append("train.jsonl", String.join("\n", lines) + "\n");
  }

  /** Its name, once what stands in the logs is read. */
  public String name() throws IOException {
    logs.pollLater();
    return logs.run().identity().name();
  }

  Optional<CurveResponse> ask(CurveRequest query) {
    logs.pollLater();
    return plots.ask(query).join();
  }

  List<CurveSeries> series(String signal) throws IOException {
    return ask(CurveRequest.of(name(), List.of(signal))).orElseThrow().series();
  }

  /** One curve as "x=y" from its first point to its last. */
  public String curve(String signal) throws IOException {
    return text(series(signal));
  }

  public static String text(List<CurveSeries> series) {
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
  public LayerHistory layers(String layer, String... layers) throws IOException {
    return plots
        .ask(new LayerHistoryRequest(name(), List.of(layers), layer, "weight"))
        .join()
        .orElseThrow();
  }

  @Override
  public void close() {
    plots.close();
  }
}

package org.trainingexporter.metrics.sample;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One metric: its name, type, help and labels, and how its series are read from a subject, such as
 * a run.
 *
 * @param name as a scrape shows it; a counter's ends in {@code _total}
 * @param labels in the order in which the reader gives their values
 */
public record Metric<S>(
    String name, Collector.Type type, String help, List<String> labels, Reader<S> reader) {

  /** Adds the series that the subject has now; an unknown value makes none. */
  @FunctionalInterface
  public interface Reader<S> {
    void read(S subject, Samples out);
  }

  /** A metric of one series. */
  public static <S> Metric<S> gauge(String name, String help, ToDoubleFunction<S> value) {
    return gauge(name, help, List.of(), (s, out) -> out.add(value.applyAsDouble(s)));
  }

  public static <S> Metric<S> gauge(
      String name, String help, List<String> labels, Reader<S> reader) {
    return new Metric<>(name, Collector.Type.GAUGE, help, labels, reader);
  }

  /** A metric of one series. */
  public static <S> Metric<S> counter(String name, String help, ToDoubleFunction<S> value) {
    return counter(name, help, List.of(), (s, out) -> out.add(value.applyAsDouble(s)));
  }

  public static <S> Metric<S> counter(
      String name, String help, List<String> labels, Reader<S> reader) {
    return new Metric<>(name, Collector.Type.COUNTER, help, labels, reader);
  }

  /** The same metric with labels before its own. */
  public Metric<S> under(List<String> common) {
    List<String> all = new ArrayList<>(common);
    all.addAll(labels);
    return new Metric<>(name, type, help, List.copyOf(all), reader);
  }
}

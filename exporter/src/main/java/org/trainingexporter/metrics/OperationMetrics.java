package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;

/**
 * How the exporter's process fares, such as {@code training_exporter_runs_released_total 0}. Any
 * number of threads.
 */
public final class OperationMetrics extends Collector {
  static final List<Metric<Operation>> ROWS =
      List.of(
          Metric.counter(
              "training_exporter_runs_released_total",
              "Runs that are no longer watched because memory was short: finished and oldest first.",
              Operation::released),
          Metric.gauge(
              "training_exporter_config_last_reload_successful",
              "Whether the newest reload of the config files worked; 1 if there was none.",
              o -> o.reloaded() ? 1 : 0),
          Metric.gauge(
              "training_exporter_config_last_reload_success_timestamp_seconds",
              "When the config files in use were read.",
              Operation::reloadedAt));

  private final Supplier<Operation> state;

  /**
   * What the rows are read from.
   *
   * @param released runs that were released
   * @param reloaded whether the newest reload worked
   * @param reloadedAt when the newest one that worked was, seconds since 1970
   */
  public record Operation(long released, boolean reloaded, double reloadedAt) {}

  /**
   * @param state asked once a scrape
   */
  public OperationMetrics(Supplier<Operation> state) {
    this.state = state;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    var scope = List.of(new SampleScope<>(state.get(), Integer.MAX_VALUE));
    List<MetricFamilySamples> families = new ArrayList<>();
    ROWS.forEach(row -> families.add(Samples.family(row, scope)));
    return families;
  }
}

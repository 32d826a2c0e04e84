package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Predicate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.service.FaultReporter;

/**
 * Runs collectors in their order and measures each, such as {@code
 * training_exporter_collect_success{collector="training"} 1}. A collector that throws has no data
 * in that scrape, or no more of it; its first failure and its recovery are logged. A collector that
 * shows what its own thread has read is measured by that thread instead of by the scrape. Any
 * number of threads.
 */
public final class TimedCollectors extends Collector {
  private static final Logger log = LoggerFactory.getLogger(TimedCollectors.class);
  private static final List<String> LABELS = List.of("collector");

  static final List<Metric<List<Outcome>>> ROWS =
      List.of(
          Metric.gauge(
              "training_exporter_collect_duration_seconds",
              "How long the collector took in this scrape; if it has its own thread, in its last reading.",
              LABELS,
              (outcomes, out) -> outcomes.forEach(o -> out.add(o.result.seconds, o.collector))),
          Metric.gauge(
              "training_exporter_collect_success",
              "Whether the collector worked in this scrape; if it has its own thread, in its last reading.",
              LABELS,
              (outcomes, out) -> outcomes.forEach(o -> out.add(o.result.success, o.collector))));

  private final Map<String, Collector> collectors;
  private final Map<String, Supplier<Optional<MeasuredCollection>>> measuredElsewhere;
  private final LongSupplier nanos;
  private final Map<String, FaultReporter> faults = new HashMap<>();

  /** How long a collection took, and whether it worked. */
  public record MeasuredCollection(double seconds, boolean success) {}

  /** One collector's part in a scrape. */
  record Outcome(String collector, MeasuredCollection result) {}

  /**
   * @param collectors by name, in the order of exposition
   * @param measuredElsewhere the newest result of each collector that has a thread of its own;
   *     empty before its first result
   * @param nanos a monotonic clock, such as {@code System::nanoTime}
   */
  public TimedCollectors(
      Map<String, Collector> collectors,
      Map<String, Supplier<Optional<MeasuredCollection>>> measuredElsewhere,
      LongSupplier nanos) {
    this.collectors = new LinkedHashMap<>(collectors);
    this.measuredElsewhere = Map.copyOf(measuredElsewhere);
    this.nanos = nanos;
    collectors.keySet().forEach(name -> faults.put(name, new FaultReporter(log)));
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return collect(null);
  }

  /** Makes each family when it is iterated to, so that a large scrape needs little memory. */
  @Override
  public List<MetricFamilySamples> collect(Predicate<String> asked) {
    return new FamilyList(() -> families(asked));
  }

  private Iterator<MetricFamilySamples> families(Predicate<String> asked) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Supplier<Iterator<MetricFamilySamples>>> sources = new ArrayList<>();
    collectors.keySet().forEach(name -> sources.add(() -> measured(name, asked, outcomes)));
    var scope = List.of(new SampleScope<>(outcomes, Integer.MAX_VALUE));
    sources.add(() -> ROWS.stream().map(row -> Samples.family(row, scope)).iterator());
    return new JoinedFamilies(sources.iterator());
  }

  private Iterator<MetricFamilySamples> measured(
      String name, Predicate<String> asked, List<Outcome> outcomes) {
    Supplier<Iterator<MetricFamilySamples>> source =
        () ->
            collectors.get(name) instanceof FamilyStream stream
                ? stream.families(asked).iterator()
                : collectors.get(name).collect(asked).iterator();
    return new MeasuredFamilies(
        source,
        nanos,
        end -> outcome(name, end).ifPresent(it -> outcomes.add(new Outcome(name, it))));
  }

  private Optional<MeasuredCollection> outcome(String name, MeasuredFamilies families) {
    double seconds = families.nanos() / NANOSECONDS_PER_SECOND;
    if (families.failure().isPresent()) {
      RuntimeException e = families.failure().get();
      String message = "collector " + name + " fails, its metrics are absent: " + e;
      faults.get(name).failed(Level.WARN, message, e);
      return Optional.of(new MeasuredCollection(seconds, false));
    }
    faults.get(name).recovered("collector " + name + " works again");
    return measuredElsewhere.containsKey(name)
        ? measuredElsewhere.get(name).get()
        : Optional.of(new MeasuredCollection(seconds, true));
  }
}

package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;

/**
 * Collectors in their order, each measured, such as {@code
 * training_exporter_collect_success{collector="training"} 1}. One that throws has no data in that
 * scrape; that is logged when it begins and when it ends. Of a collector whose thread reads at
 * other times, that reading is measured instead. Any number of threads.
 */
public final class TimedCollectors extends Collector {
  private static final Logger LOG = LoggerFactory.getLogger(TimedCollectors.class);
  private static final List<String> LABELS = List.of("collector");

  static final List<Metric<List<Outcome>>> ROWS =
      List.of(
          Metric.gauge(
              "training_exporter_collect_duration_seconds",
              "How long the collector took in this scrape, or its own thread for the last reading.",
              LABELS,
              (outcomes, out) -> outcomes.forEach(o -> out.add(o.seconds, o.collector))),
          Metric.gauge(
              "training_exporter_collect_success",
              "Whether the collector worked in this scrape, or its own thread does.",
              LABELS,
              (outcomes, out) -> outcomes.forEach(o -> out.add(o.success, o.collector))));

  private final Map<String, Collector> collectors;
  private final Map<String, Supplier<MeasuredCollection>> elsewhere;
  private final LongSupplier nanos;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  /** How the newest work of a collector went, {@code success} being 1 or 0; both may be unknown. */
  public record MeasuredCollection(double seconds, double success) {}

  /** One collector's part in a scrape. */
  record Outcome(String collector, double seconds, double success) {}

  /**
   * @param collectors by name, in the order of exposition
   * @param elsewhere of collectors with a thread of their own, how that fares
   * @param nanos a clock that never jumps, such as {@code System::nanoTime}
   */
  public TimedCollectors(
      Map<String, Collector> collectors,
      Map<String, Supplier<MeasuredCollection>> elsewhere,
      LongSupplier nanos) {
    this.collectors = new LinkedHashMap<>(collectors);
    this.elsewhere = Map.copyOf(elsewhere);
    this.nanos = nanos;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return collect(null);
  }

  @Override
  public List<MetricFamilySamples> collect(Predicate<String> asked) {
    List<MetricFamilySamples> families = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    collectors.forEach((name, collector) -> outcomes.add(run(name, collector, asked, families)));
    var scope = List.of(new SampleScope<>(outcomes, Integer.MAX_VALUE));
    for (Metric<List<Outcome>> row : ROWS) {
      families.add(Samples.family(row, scope));
    }
    return families;
  }

  private Outcome run(
      String name, Collector collector, Predicate<String> asked, List<MetricFamilySamples> into) {
    long start = nanos.getAsLong();
    try {
      into.addAll(collector.collect(asked));
      if (failing.remove(name)) {
        LOG.info("collector {} works again", name);
      }
      if (elsewhere.containsKey(name)) {
        MeasuredCollection work = elsewhere.get(name).get();
        return new Outcome(name, work.seconds, work.success);
      }
      return new Outcome(name, secondsSince(start), 1);
    } catch (RuntimeException e) {
      if (failing.add(name)) {
        LOG.warn("collector {} fails, its metrics are absent: {}", name, e.toString());
      }
      LOG.debug("collector {}", name, e);
      return new Outcome(name, secondsSince(start), 0);
    }
  }

  private double secondsSince(long start) {
    return (nanos.getAsLong() - start) / NANOSECONDS_PER_SECOND;
  }
}

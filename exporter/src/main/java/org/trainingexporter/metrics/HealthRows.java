package org.trainingexporter.metrics;

import static org.trainingexporter.metrics.Metric.counter;
import static org.trainingexporter.metrics.Metric.gauge;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.run.RunSnapshot.Health;

/** How signals behave: values that are no numbers, and spikes. */
final class HealthRows {
  private static final List<String> LABELS = List.of("signal");

  static final List<Metric<Observation>> ALL =
      List.of(
          gauge(
              "training_finite",
              "Whether the signal's newest value is a number.",
              LABELS,
              each(h -> !h.seen() ? Double.NaN : h.finite() ? 1 : 0)),
          counter(
              "training_nonfinite_total",
              "Values that were NaN or infinite.",
              LABELS,
              each(Health::nonFinite)),
          gauge(
              "training_nonfinite_last_timestamp_seconds",
              "Time of the newest value that was NaN or infinite.",
              LABELS,
              each(Health::lastNonFinite)),
          counter(
              "training_spikes_total",
              "Values far above the median of the last 100.",
              LABELS,
              each(Health::spikes)),
          gauge(
              "training_spike_last_timestamp_seconds",
              "Time of the newest spike.",
              LABELS,
              each(Health::lastSpike)));

  private HealthRows() {}

  private static Metric.Reader<Observation> each(ToDoubleFunction<Health> value) {
    return (o, out) -> {
      for (Health health : o.run().health()) {
        out.add(value.applyAsDouble(health), health.signal());
      }
    };
  }
}

package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.counter;
import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.run.health.HealthSnapshot;

/** The health of signals: values that are NaN or infinite, and spikes. */
public final class HealthRows {
  private static final List<String> LABELS = List.of("signal");

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_finite",
              "Whether the signal's newest value is a number.",
              LABELS,
              each(HealthRows::finite)),
          counter(
              "training_nonfinite_total",
              "Values that were NaN or infinite.",
              LABELS,
              each(HealthSnapshot::nonFinite)),
          gauge(
              "training_nonfinite_last_timestamp_seconds",
              "Time of the newest value that was NaN or infinite.",
              LABELS,
              each(HealthSnapshot::lastNonFinite)),
          counter(
              "training_spikes_total",
              "Spikes: values far above the last 100, those within 20 records of each other as one.",
              LABELS,
              each(HealthSnapshot::spikes)),
          gauge(
              "training_spike_last_timestamp_seconds",
              "Time of the newest spike.",
              LABELS,
              each(HealthSnapshot::lastSpike)));

  private HealthRows() {}

  private static double finite(HealthSnapshot health) {
    if (!health.seen()) {
      return Unknown.UNKNOWN;
    }
    return health.finite() ? 1 : 0;
  }

  private static Metric.Reader<RunAtScrape> each(ToDoubleFunction<HealthSnapshot> value) {
    return (o, out) -> {
      for (HealthSnapshot health : o.run().health()) {
        out.add(value.applyAsDouble(health), health.signal());
      }
    };
  }
}

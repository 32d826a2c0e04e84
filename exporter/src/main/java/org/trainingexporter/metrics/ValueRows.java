package org.trainingexporter.metrics;

import static org.trainingexporter.metrics.Metric.gauge;

import java.util.List;

/** Every other number that the log holds. */
final class ValueRows {
  static final List<Metric<Observation>> ALL =
      List.of(
          gauge(
              "training_value",
              "Newest value of a key that no other metric shows: 200 keys a run.",
              List.of("key"),
              (o, out) -> o.run().values().forEach((key, value) -> out.add(value, key))));

  private ValueRows() {}
}

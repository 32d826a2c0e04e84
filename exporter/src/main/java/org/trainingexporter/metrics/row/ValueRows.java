package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;

/** Other values: every number that the log holds and no other metric shows. */
public final class ValueRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_value",
              "Newest value of a key that no other metric shows, for up to 200 keys of a run.",
              List.of("key"),
              (o, out) -> o.run().values().forEach((key, value) -> out.add(value, key))));

  private ValueRows() {}
}

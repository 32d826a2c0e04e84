package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;

/** What a run costs. */
public final class CostRows {
  private static final List<String> CURRENCY = List.of("currency");

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_cost",
              "Cost so far: the hours of training_time_seconds_total, times the run's cards, times"
                  + " the price of one for an hour.",
              CURRENCY,
              (o, out) -> out.add(o.run().costSoFar(o.now()), o.run().currency())),
          gauge(
              "training_projected_cost",
              "The same at the plan's end.",
              CURRENCY,
              (o, out) -> out.add(o.run().costAtEnd(o.now()), o.run().currency())));

  private CostRows() {}
}

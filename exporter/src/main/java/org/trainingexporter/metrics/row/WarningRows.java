package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.counter;
import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.run.warning.WarningSnapshot;

/** Warnings of a run: how often each kind began, and whether it lasts. */
public final class WarningRows {
  private static final List<String> KIND = List.of("kind");

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          counter(
              "training_warnings_total",
              "Episodes of trouble: exploding, vanishing, dead, overfitting, plateau or diverged.",
              KIND,
              (o, out) -> {
                for (WarningSnapshot warning : o.run().warnings()) {
                  out.add((double) warning.episodes(), warning.kind());
                }
              }),
          gauge(
              "training_warning_active",
              "Whether the newest episode of the kind lasts.",
              KIND,
              (o, out) -> {
                for (WarningSnapshot warning : o.run().warnings()) {
                  out.add(warning.active(), warning.kind());
                }
              }));

  private WarningRows() {}
}

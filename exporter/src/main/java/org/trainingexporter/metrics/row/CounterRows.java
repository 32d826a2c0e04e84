package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.counter;

import java.util.List;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;

/**
 * Counters with a label. Label values that are known beforehand have a series at 0 from the start:
 * Prometheus sees no increase of a counter that first appears at 1.
 */
public final class CounterRows {
  private static final List<RecordKind> KINDS = List.of(RecordKind.values());
  private static final List<Rejection> REJECTIONS = List.of(Rejection.values());

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          counter(
              "training_records_total",
              "Records read, by kind.",
              List.of("kind"),
              CounterRows::records),
          counter(
              "training_rejected_lines_total",
              "Lines that could not be read.",
              List.of("reason"),
              (o, out) -> rejections(o, out, true)),
          counter(
              "training_rejected_values_total",
              "Values that were rejected from lines that are otherwise read.",
              List.of("reason"),
              (o, out) -> rejections(o, out, false)),
          counter(
              "training_errors_total",
              "Records of an error log, by type: 20 types, the rest as other.",
              List.of("type"),
              (o, out) -> o.run().counts().errors().forEach((type, n) -> out.add(n, type))));

  private CounterRows() {}

  private static void records(RunAtScrape o, Samples out) {
    for (RecordKind kind : KINDS) {
      out.add(o.run().counts().records().getOrDefault(kind, 0L), kind.label);
    }
  }

  private static void rejections(RunAtScrape o, Samples out, boolean ofLines) {
    for (Rejection reason : REJECTIONS) {
      if (reason.ofLine == ofLines) {
        out.add(o.run().counts().rejections().getOrDefault(reason, 0L), reason.label);
      }
    }
  }
}

package org.trainingexporter.metrics;

import static org.trainingexporter.metrics.Metric.gauge;

import java.util.List;
import org.trainingexporter.run.RunSnapshot.Event;

/**
 * What changed in a run, for alerts and annotations. An event without a known time is not shown.
 */
final class EventRows {
  static final List<Metric<Observation>> ALL =
      List.of(
          gauge(
              "training_last_event_timestamp_seconds",
              "Time of the newest event of a type.",
              List.of("type"),
              (o, out) -> o.run().eventTimes().forEach((type, time) -> out.add(time, type))),
          gauge(
              "training_event_timestamp_seconds",
              "Time of each of the last 50 events.",
              List.of("event", "type", "step", "message"),
              EventRows::events));

  private EventRows() {}

  private static void events(Observation o, Samples out) {
    for (Event e : o.run().events()) {
      String step = Double.isNaN(e.step()) ? "" : Long.toString((long) e.step());
      out.add(e.time(), e.id(), e.type(), step, e.message());
    }
  }
}

package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.event.RunEvent;

/** Events of a run, for alerts and annotations. An event whose time is unknown has no series. */
public final class EventRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_last_event_timestamp_seconds",
              "Time of the newest event of a type.",
              List.of("type"),
              (o, out) -> o.run().eventTimes().forEach((type, time) -> out.add(time, type))),
          gauge(
              "training_event_timestamp_seconds",
              "Time of each of the last 50 events, at most 20 of them validations and 15 warnings.",
              List.of("event", "type", "step", "message"),
              EventRows::events));

  private EventRows() {}

  private static void events(RunAtScrape o, Samples out) {
    for (RunEvent e : o.run().events()) {
      String step = Unknown.isUnknown(e.step()) ? "" : Long.toString((long) e.step());
      out.add(e.time(), e.id(), e.type(), step, e.message());
    }
  }
}

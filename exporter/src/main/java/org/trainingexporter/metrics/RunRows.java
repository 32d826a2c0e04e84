package org.trainingexporter.metrics;

import static org.trainingexporter.metrics.Metric.gauge;

import java.util.List;
import org.trainingexporter.run.RunSnapshot.Identity;
import org.trainingexporter.run.RunSnapshot.State;

/** What a run is, what it does and how long it has done so. */
final class RunRows {
  private static final List<State> STATES = List.of(State.values());

  static final List<Metric<Observation>> ALL =
      List.of(
          gauge(
              "training_run_info",
              "The run: the path of its logs below the watched directory, and what wrote them.",
              List.of("path", "writer"),
              RunRows::info),
          gauge(
              "training_run_state",
              "Exactly one is 1: finished, abandoned, not_finite, stalled, warmup or training.",
              List.of("state"),
              RunRows::state),
          gauge(
              "training_run_start_timestamp_seconds",
              "Time of the first record.",
              o -> o.run().times().first()),
          gauge(
              "training_last_update_timestamp_seconds",
              "Time of the newest record.",
              o -> o.run().times().newest()),
          gauge(
              "training_record_interval_seconds",
              "Median of the last 20 gaps between training records.",
              o -> o.run().times().interval()),
          gauge(
              "training_elapsed_seconds",
              "Time since the start: as logged, else from the first record to the newest.",
              o -> o.run().times().elapsed()),
          gauge(
              "training_eta_seconds",
              "Time until the plan is reached: as logged, else by the smoothed speed; 0 at the"
                  + " end.",
              o -> o.run().eta()),
          gauge(
              "training_filesystem_free_bytes",
              "Free space where the checkpoints go.",
              o -> o.run().freeBytes()));

  private RunRows() {}

  private static void info(Observation o, Samples out) {
    Identity identity = o.run().identity();
    out.add(1, identity.path(), identity.writer());
  }

  private static void state(Observation o, Samples out) {
    State now = o.run().state(o.now());
    for (State state : STATES) {
      out.add(state == now, state.label);
    }
  }
}

package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.TrainingState;

/** What a run is, what it does and how long it has done so. */
public final class RunRows {
  private static final List<TrainingState> STATES = List.of(TrainingState.values());

  public static final List<Metric<RunAtScrape>> ALL =
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

  private static void info(RunAtScrape o, Samples out) {
    RunIdentity identity = o.run().identity();
    out.add(1, identity.path(), identity.writer());
  }

  private static void state(RunAtScrape o, Samples out) {
    TrainingState now = o.run().state(o.now());
    for (TrainingState state : STATES) {
      out.add(state == now, state.label);
    }
  }
}

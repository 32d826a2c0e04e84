package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.TrainingState;
import org.trainingexporter.run.host.RunJob;

/** The identity and the state of a run. */
public final class RunRows {
  private static final List<TrainingState> STATES = List.of(TrainingState.values());

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_run_info",
              "The run: the path of its logs below the watched directory, the writer of its logs, and"
                  + " where the times of its records come from.",
              List.of("path", "writer", "times"),
              RunRows::info),
          gauge(
              "training_run_job_info",
              "The scheduler's job that runs the training, as its process shows it; always 1.",
              List.of("scheduler", "job_id", "user", "queue"),
              RunRows::job),
          gauge(
              "training_run_state",
              "Exactly one is 1: finished, ended, abandoned, not_finite, stalled, warmup or training.",
              List.of("state"),
              RunRows::state));

  private RunRows() {}

  private static void info(RunAtScrape o, Samples out) {
    RunIdentity identity = o.run().identity();
    out.add(1, identity.path(), identity.writer(), o.run().times().origin().label);
  }

  private static void job(RunAtScrape o, Samples out) {
    RunJob job = o.run().host().job();
    if (!job.scheduler().isEmpty()) {
      out.add(1, job.scheduler(), job.id(), job.user(), job.queue());
    }
  }

  private static void state(RunAtScrape o, Samples out) {
    TrainingState now = o.run().state(o.now());
    for (TrainingState state : STATES) {
      out.add(state == now, state.label);
    }
  }
}

package org.trainingexporter.run.figure;

import static org.trainingexporter.run.figure.Figure.gauge;
import static org.trainingexporter.run.figure.Figure.withoutMetric;

import java.util.List;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;

/** Since when a run goes on, how long it will, and where it is kept. */
final class RunFigures {
  static final List<Figure> ALL =
      List.of(
          gauge(
              Topic.SPAN,
              "start",
              "training_run_start_timestamp_seconds",
              FigureUnit.TIMESTAMP,
              "Time of the first record.",
              run -> run.times().first()),
          gauge(
                  Topic.SPAN,
                  "updated",
                  "training_last_update_timestamp_seconds",
                  FigureUnit.TIMESTAMP,
                  "Time of the newest record.",
                  run -> run.times().newest())
              .of(Signal.TIMESTAMP),
          withoutMetric(
              Topic.DURATION, "stalls_after_seconds", FigureUnit.SECONDS, RunSnapshot::stallAfter),
          gauge(
              Topic.INTERVAL,
              "record_interval_seconds",
              "training_record_interval_seconds",
              FigureUnit.SECONDS,
              "Median of the last 20 gaps between training records.",
              run -> run.times().interval()),
          gauge(
                  Topic.DURATION,
                  "elapsed_seconds",
                  "training_elapsed_seconds",
                  FigureUnit.SECONDS,
                  "Time since the start: as logged, else from the first record to the newest.",
                  run -> run.times().elapsed())
              .of(Signal.ELAPSED),
          gauge(
                  Topic.DURATION,
                  "eta_seconds",
                  "training_eta_seconds",
                  FigureUnit.SECONDS,
                  "Time until the plan is reached: as logged, else by the smoothed speed; 0 at the"
                      + " end, absent where the training does not go on.",
                  (run, now) -> run.eta(now))
              .of(Signal.ETA),
          gauge(
              Topic.STORAGE,
              "free_bytes",
              "training_filesystem_free_bytes",
              FigureUnit.BYTES,
              "Free space where the checkpoints go.",
              RunSnapshot::freeBytes));

  private RunFigures() {}
}

package org.trainingexporter.run.figure;

import static org.trainingexporter.run.figure.Figure.counter;

import java.util.List;

/** Counters of a run over all its attempts. */
final class CountFigures {
  static final List<Figure> ALL =
      List.of(
          counter(
              Topic.METRIC_ONLY,
              "steps",
              "training_steps_total",
              "Forward moves of the position, summed; replayed steps count again.",
              run -> run.counts().steps()),
          counter(
              Topic.COUNTS,
              "validations",
              "training_validations_total",
              "Records of validations.",
              run -> run.counts().validations()),
          counter(
              Topic.COUNTS,
              "checkpoints",
              "training_checkpoints_total",
              "Checkpoints seen.",
              run -> run.counts().checkpoints()),
          counter(
              Topic.COUNTS,
              "rewinds",
              "training_rewinds_total",
              "Rewinds: the training went back to an earlier position.",
              run -> run.counts().rewinds()),
          counter(
              Topic.COUNTS,
              "restarts",
              "training_restarts_total",
              "Restarts: the training began again.",
              run -> run.counts().restarts()));

  private CountFigures() {}
}

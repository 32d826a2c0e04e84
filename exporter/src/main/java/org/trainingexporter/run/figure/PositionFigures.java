package org.trainingexporter.run.figure;

import static org.trainingexporter.run.figure.Figure.gauge;
import static org.trainingexporter.run.figure.Figure.withoutMetric;

import java.util.List;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;

/** Where a run is, and its plan. */
final class PositionFigures {
  static final List<Figure> ALL =
      List.of(
          gauge(
                  Topic.POSITION,
                  "step",
                  "training_step",
                  FigureUnit.STEPS,
                  "Position of the training, as the log counts it.",
                  run -> run.position().step())
              .of(Signal.POSITION),
          gauge(
                  Topic.POSITION,
                  "planned_steps",
                  "training_planned_steps",
                  FigureUnit.STEPS,
                  "Steps that the run is planned to have: configured, else logged, else estimated"
                      + " from the first records.",
                  run -> run.schedule().steps())
              .of(Signal.PLAN),
          gauge(
                  Topic.POSITION,
                  "epoch",
                  "training_epoch",
                  FigureUnit.EPOCHS,
                  "Newest epoch that a record names.",
                  run -> run.position().epoch())
              .of(Signal.EPOCH),
          gauge(
                  Topic.POSITION,
                  "planned_epochs",
                  "training_planned_epochs",
                  FigureUnit.EPOCHS,
                  "Epochs that the run is planned to have.",
                  run -> run.schedule().epochs())
              .of(Signal.PLANNED_EPOCHS),
          withoutMetric(Topic.POSITION, "progress", FigureUnit.RATIO, RunSnapshot::progress),
          gauge(
              Topic.SCHEDULE,
              "learning_rate_max",
              "training_learning_rate_max",
              FigureUnit.NONE,
              "Highest learning rate of the schedule: configured, else the highest seen.",
              run -> run.schedule().highestRate()),
          gauge(
                  Topic.SCHEDULE,
                  "warmup_steps",
                  "training_warmup_steps",
                  FigureUnit.STEPS,
                  "Steps until the learning rate has risen: configured, else logged.",
                  run -> run.schedule().warmupSteps())
              .of(Signal.WARMUP_STEPS),
          gauge(
              Topic.SCHEDULE,
              "warmup_end",
              "training_warmup_end_timestamp_seconds",
              FigureUnit.TIMESTAMP,
              "Time of the first training record at or past the warm-up's end.",
              run -> run.schedule().warmupEnd()));

  private PositionFigures() {}
}

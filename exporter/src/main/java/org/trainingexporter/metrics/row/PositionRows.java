package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;

/** Where a run stands, and what it plans. */
public final class PositionRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_step",
              "Position of the training, in the log's own counter.",
              o -> o.run().position().step()),
          gauge(
              "training_planned_steps",
              "Steps that the run is meant to have: configured, else logged, else estimated at"
                  + " first sight.",
              o -> o.run().schedule().steps()),
          gauge(
              "training_epoch",
              "Newest epoch that a record names.",
              o -> o.run().position().epoch()),
          gauge(
              "training_planned_epochs",
              "Epochs that the run is meant to have.",
              o -> o.run().schedule().epochs()),
          gauge(
              "training_learning_rate_max",
              "Highest learning rate of the schedule: configured, else the highest seen.",
              o -> o.run().schedule().highestRate()),
          gauge(
              "training_warmup_steps",
              "Steps until the learning rate has risen: configured, else logged.",
              o -> o.run().schedule().warmupSteps()),
          gauge(
              "training_warmup_end_timestamp_seconds",
              "Time of the first training record at or past the warm-up's end.",
              o -> o.run().schedule().warmupEnd()));

  private PositionRows() {}
}

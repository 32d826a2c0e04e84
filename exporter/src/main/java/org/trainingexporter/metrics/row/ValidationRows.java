package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;

/** The newest evaluation, and the best of the current attempt. */
public final class ValidationRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_validation_loss",
              "Newest validation loss.",
              o -> o.run().validation().newest().loss()),
          gauge(
              "training_validation_perplexity",
              "Newest validation perplexity: as logged, else exp of the loss.",
              o -> o.run().validation().newest().perplexity()),
          gauge(
              "training_validation_step",
              "Position of the newest validation.",
              o -> o.run().validation().newest().step()),
          gauge(
              "training_best_validation_loss",
              "Validation loss of the current attempt's best validation.",
              o -> o.run().validation().best().loss()),
          gauge(
              "training_best_validation_perplexity",
              "Perplexity of the current attempt's best validation.",
              o -> o.run().validation().best().perplexity()),
          gauge(
              "training_best_validation_step",
              "Position of the current attempt's best validation.",
              o -> o.run().validation().best().step()),
          gauge(
              "training_best_validation_epoch",
              "Epoch of the current attempt's best validation.",
              o -> o.run().validation().best().epoch()));

  private ValidationRows() {}
}

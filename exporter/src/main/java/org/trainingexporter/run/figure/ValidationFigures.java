package org.trainingexporter.run.figure;

import static org.trainingexporter.run.figure.Figure.gauge;
import static org.trainingexporter.run.figure.Figure.withoutMetric;

import java.util.List;
import org.trainingexporter.event.key.Signal;

/** The newest validation, and the best of the current attempt. */
final class ValidationFigures {
  static final List<Figure> ALL =
      List.of(
          gauge(
                  Topic.VALIDATION,
                  "validation_loss",
                  "training_validation_loss",
                  FigureUnit.NONE,
                  "Newest validation loss.",
                  run -> run.validation().newest().loss())
              .of(Signal.VALIDATION_LOSS),
          gauge(
                  Topic.VALIDATION,
                  "validation_perplexity",
                  "training_validation_perplexity",
                  FigureUnit.NONE,
                  "Newest validation perplexity: as logged, else exp of the loss.",
                  run -> run.validation().newest().perplexity())
              .of(Signal.VALIDATION_PERPLEXITY),
          gauge(
              Topic.VALIDATION,
              "validation_step",
              "training_validation_step",
              FigureUnit.STEPS,
              "Position of the newest validation.",
              run -> run.validation().newest().step()),
          withoutMetric(
              Topic.VALIDATION,
              "validation_epoch",
              FigureUnit.EPOCHS,
              run -> run.validation().newest().epoch()),
          gauge(
              Topic.VALIDATION,
              "validation_training_loss",
              "training_loss_at_validation",
              FigureUnit.NONE,
              "Mean training loss of the records between the newest validation and the one before"
                  + " it: what its loss compares with.",
              run -> run.validation().newest().trainingLoss()),
          gauge(
              Topic.BEST_VALIDATION,
              "best_validation_loss",
              "training_best_validation_loss",
              FigureUnit.NONE,
              "Validation loss of the current attempt's best validation.",
              run -> run.validation().best().loss()),
          gauge(
              Topic.BEST_VALIDATION,
              "best_validation_perplexity",
              "training_best_validation_perplexity",
              FigureUnit.NONE,
              "Perplexity of the current attempt's best validation.",
              run -> run.validation().best().perplexity()),
          gauge(
              Topic.BEST_VALIDATION,
              "best_validation_step",
              "training_best_validation_step",
              FigureUnit.STEPS,
              "Position of the current attempt's best validation.",
              run -> run.validation().best().step()),
          gauge(
              Topic.BEST_VALIDATION,
              "best_validation_epoch",
              "training_best_validation_epoch",
              FigureUnit.EPOCHS,
              "Epoch of the current attempt's best validation.",
              run -> run.validation().best().epoch()));

  private ValidationFigures() {}
}

package org.trainingexporter.run.figure;

import static org.trainingexporter.run.figure.Figure.counter;
import static org.trainingexporter.run.figure.Figure.gauge;
import static org.trainingexporter.run.figure.Figure.mean;
import static org.trainingexporter.run.figure.Figure.newest;
import static org.trainingexporter.run.figure.Figure.withoutMetric;

import java.util.List;
import org.trainingexporter.event.key.Signal;

/** What training records log, and the accuracies. */
final class SignalFigures {
  private static final String SPLIT = "split";

  static final List<Figure> ALL =
      List.of(
          newest(
              Topic.TRAINING,
              "loss",
              "training_loss",
              FigureUnit.NONE,
              "Newest training loss.",
              Signal.LOSS),
          mean(
              Topic.TRAINING,
              "loss_smoothed",
              "training_loss_smoothed",
              FigureUnit.NONE,
              "Mean training loss of the last 50 records, but of at most a tenth of the attempt's.",
              Signal.LOSS),
          withoutMetric(
              Topic.TRAINING,
              "loss_smoothed_records",
              FigureUnit.NONE,
              run -> run.signals().meanOf(Signal.LOSS)),
          newest(
              Topic.TRAINING,
              "auxiliary_loss",
              "training_auxiliary_loss",
              FigureUnit.NONE,
              "Newest balancing loss of a router of experts.",
              Signal.AUXILIARY_LOSS),
          newest(
              Topic.TRAINING,
              "learning_rate",
              "training_learning_rate",
              FigureUnit.NONE,
              "Newest learning rate.",
              Signal.LEARNING_RATE),
          newest(
              Topic.TRAINING,
              "gradient_norm",
              "training_gradient_norm",
              FigureUnit.NONE,
              "Newest gradient norm.",
              Signal.GRADIENT_NORM),
          mean(
              Topic.TRAINING,
              "gradient_norm_smoothed",
              "training_gradient_norm_smoothed",
              FigureUnit.NONE,
              "Mean of the last 100 gradient norms that were logged, but of at most a tenth of the"
                  + " attempt's.",
              Signal.GRADIENT_NORM),
          withoutMetric(
              Topic.TRAINING,
              "gradient_norm_smoothed_records",
              FigureUnit.NONE,
              run -> run.signals().meanOf(Signal.GRADIENT_NORM)),
          newest(
              Topic.TRAINING,
              "steps_per_second",
              "training_steps_per_second",
              FigureUnit.STEPS_PER_SECOND,
              "Newest speed: as logged, else steps over time of the newest records that span at"
                  + " least a second.",
              Signal.STEPS_PER_SECOND),
          mean(
              Topic.TRAINING,
              "steps_per_second_smoothed",
              "training_steps_per_second_smoothed",
              FigureUnit.STEPS_PER_SECOND,
              "Steps over time of the last 100 records, pauses left out.",
              Signal.STEPS_PER_SECOND),
          newest(
              Topic.TRAINING,
              "reward",
              "training_reward",
              FigureUnit.NONE,
              "Newest mean return of an episode.",
              Signal.REWARD),
          mean(
              Topic.TRAINING,
              "reward_smoothed",
              "training_reward_smoothed",
              FigureUnit.NONE,
              "Mean of the last 100 rewards.",
              Signal.REWARD),
          gauge(
              Topic.TRAINING,
              "best_reward",
              "training_best_reward",
              FigureUnit.NONE,
              "Highest reward of the current attempt.",
              run -> run.signals().best(Signal.REWARD)),
          newest(
              Topic.TRAINING,
              "episode_length",
              "training_episode_length",
              FigureUnit.STEPS,
              "Newest mean length of an episode.",
              Signal.EPISODE_LENGTH),
          newest(
              Topic.TRAINING,
              "tokens_per_second",
              "training_tokens_per_second",
              FigureUnit.TOKENS_PER_SECOND,
              "Tokens trained on a second: as logged, else measured.",
              Signal.TOKENS_PER_SECOND),
          newest(
              Topic.TRAINING,
              "samples_per_second",
              "training_samples_per_second",
              FigureUnit.SAMPLES_PER_SECOND,
              "Samples trained on a second, as logged.",
              Signal.SAMPLES_PER_SECOND),
          newest(
                  Topic.TRAINING_ACCURACY,
                  "accuracy",
                  "training_accuracy_ratio",
                  FigureUnit.RATIO,
                  "Newest accuracy.",
                  Signal.TRAIN_ACCURACY)
              .labelled(SPLIT, "train"),
          newest(
                  Topic.VALIDATION_ACCURACY,
                  "validation_accuracy",
                  "training_accuracy_ratio",
                  FigureUnit.RATIO,
                  "Newest accuracy.",
                  Signal.VALIDATION_ACCURACY)
              .labelled(SPLIT, "validation"),
          counter(
                  Topic.TOKENS,
                  "tokens",
                  "training_tokens_total",
                  "Tokens trained on: increases of the log's own count, else the sum over all"
                      + " steps.",
                  run -> run.signals().newest(Signal.TOKENS))
              .of(Signal.TOKENS, Signal.STEP_TOKENS));

  private SignalFigures() {}
}

package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.counter;
import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;

/** What training records tell. */
public final class SignalRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge("training_loss", "Newest training loss.", o -> o.run().training().loss()),
          gauge(
              "training_loss_smoothed",
              "Mean training loss of the last 50 records.",
              o -> o.run().training().meanLoss()),
          gauge(
              "training_auxiliary_loss",
              "Newest balancing loss of a router of experts.",
              o -> o.run().training().auxiliaryLoss()),
          gauge(
              "training_learning_rate",
              "Newest learning rate.",
              o -> o.run().training().learningRate()),
          gauge(
              "training_gradient_norm",
              "Newest gradient norm.",
              o -> o.run().training().gradientNorm()),
          gauge(
              "training_gradient_norm_smoothed",
              "Mean of the last 100 gradient norms that were logged.",
              o -> o.run().training().meanGradientNorm()),
          gauge(
              "training_steps_per_second",
              "Newest speed: as logged, else measured from the records' times.",
              o -> o.run().training().stepsPerSecond()),
          gauge(
              "training_steps_per_second_smoothed",
              "Mean speed of the last 100 records.",
              o -> o.run().training().meanStepsPerSecond()),
          gauge(
              "training_tokens_per_second",
              "Tokens trained on a second: as logged, else measured.",
              o -> o.run().training().tokensPerSecond()),
          gauge(
              "training_samples_per_second",
              "Samples trained on a second, as logged.",
              o -> o.run().training().samplesPerSecond()),
          gauge(
              "training_accuracy_ratio",
              "Newest accuracy.",
              List.of("split"),
              (o, out) -> {
                out.add(o.run().training().accuracy(), "train");
                out.add(o.run().validation().accuracy(), "validation");
              }),
          counter(
              "training_tokens_total",
              "Tokens trained on: rises of the log's own count, else the sum of what each step"
                  + " took.",
              o -> o.run().training().tokens()));

  private SignalRows() {}
}

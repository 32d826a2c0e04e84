package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;

/** The newest 20 checkpoints and the best, each with the validation that rates it. */
public final class CheckpointRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          row("step", "Position in the checkpoint's name.", EvaluatedCheckpoint::step),
          row(
              "saved_timestamp_seconds",
              "Time when the checkpoint was last written.",
              EvaluatedCheckpoint::saved),
          row("size_bytes", "Size of the checkpoint.", EvaluatedCheckpoint::bytes),
          row("validation_loss", "Validation loss of the checkpoint.", EvaluatedCheckpoint::loss),
          row(
              "validation_perplexity",
              "Validation perplexity of the checkpoint.",
              EvaluatedCheckpoint::perplexity),
          row(
              "best",
              "Whether the checkpoint has the lowest validation loss of the current attempt or, without"
                  + " one, the highest reward.",
              c -> c.best() ? 1 : 0));

  private CheckpointRows() {}

  private static Metric<RunAtScrape> row(
      String name, String help, ToDoubleFunction<EvaluatedCheckpoint> value) {
    return gauge(
        "training_checkpoint_" + name,
        help,
        List.of("checkpoint"),
        (o, out) -> {
          for (EvaluatedCheckpoint checkpoint : o.run().checkpoints()) {
            out.add(value.applyAsDouble(checkpoint), checkpoint.name());
          }
        });
  }
}

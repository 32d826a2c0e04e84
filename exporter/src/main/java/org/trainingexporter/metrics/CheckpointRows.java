package org.trainingexporter.metrics;

import static org.trainingexporter.metrics.Metric.gauge;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.run.RunSnapshot.Checkpoint;

/** The newest 20 checkpoints and the best, each with the validation that speaks of it. */
final class CheckpointRows {
  static final List<Metric<Observation>> ALL =
      List.of(
          row("step", "Position that the checkpoint's name tells.", Checkpoint::step),
          row(
              "saved_timestamp_seconds",
              "Time when the checkpoint was last written.",
              Checkpoint::saved),
          row("size_bytes", "Size of the checkpoint.", Checkpoint::bytes),
          row("validation_loss", "Validation loss of the checkpoint.", Checkpoint::loss),
          row(
              "validation_perplexity",
              "Validation perplexity of the checkpoint.",
              Checkpoint::perplexity),
          row(
              "best",
              "Whether the checkpoint has the lowest validation loss of the current attempt.",
              c -> c.best() ? 1 : 0));

  private CheckpointRows() {}

  private static Metric<Observation> row(
      String name, String help, ToDoubleFunction<Checkpoint> value) {
    return gauge(
        "training_checkpoint_" + name,
        help,
        List.of("checkpoint"),
        (o, out) -> {
          for (Checkpoint checkpoint : o.run().checkpoints()) {
            out.add(value.applyAsDouble(checkpoint), checkpoint.name());
          }
        });
  }
}

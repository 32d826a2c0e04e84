package org.trainingexporter.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.Field;

/** Which program wrote a log, told by keys that only its records have; the first row that fits. */
public final class Writers {
  private static final String UNKNOWN = "custom";

  /** A writer, and keys that must all be there. */
  private record Row(String writer, Set<String> keys) {
    Row(String writer, String... keys) {
      this(writer, Set.of(keys));
    }
  }

  private static final List<Row> LINES =
      List.of(
          new Row("ms-swift", "global_step/max_steps"),
          new Row("ms-swift", "steps[global_step/max_steps]"),
          new Row("llamafactory", "current_steps", "percentage"),
          new Row("stylegan-edm", "Progress/tick.mean"),
          new Row("dinov2", "iteration", "koleo_loss"),
          new Row("dinov2", "iteration", "last_layer_lr"),
          new Row("detectron2", "iteration", "data_time", "total_loss"),
          new Row("mmengine", "data_time", "step", "time"),
          new Row("mmcv", "data_time", "memory", "iter", "time", "epoch"),
          new Row("detr-log", "train_lr", "train_loss_ce"),
          new Row("mae-deit-log", "train_lr", "train_loss", "epoch"),
          new Row("dreamer", "world_model_loss"),
          new Row("dreamer", "train/opt/loss"),
          new Row("verl", "data.actor/pg_loss"),
          new Row("verl", "data.timing_s/step"),
          new Row("verl", "data.train/loss"),
          new Row("torchtitan", "loss_metrics/global_avg_loss"),
          new Row("composer", "loss/train/total"),
          new Row("composer", "trainer/global_step", "time/batch"),
          new Row("olmo", "train/CrossEntropyLoss"),
          new Row("olmo", "train/CE loss"),
          new Row("nemo", "reduced_train_loss"),
          new Row("reference", "aux_loss", "steps_per_sec", "eta_seconds"),
          new Row("hf-jsonl-dump", "learning_rate", "epoch", "step", "loss"));

  private static final List<Row> TABLES =
      List.of(
          new Row("csv-yolo", "train/box_loss"),
          new Row("csv-lightning", "step"),
          new Row("csv-keras", "epoch"));

  private Writers() {}

  /** The writer's name, as its golden folder has it. */
  public static String of(Sniff.Format format, List<Field> fields) {
    if (format == Sniff.Format.DOCUMENT) {
      return "hf-trainer-state";
    }
    Set<String> keys = new HashSet<>();
    fields.forEach(f -> keys.add(f.name));
    for (Row row : format == Sniff.Format.CSV ? TABLES : LINES) {
      if (keys.containsAll(row.keys)) {
        return row.writer;
      }
    }
    return UNKNOWN;
  }
}

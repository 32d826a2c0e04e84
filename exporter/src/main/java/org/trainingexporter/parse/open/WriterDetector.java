package org.trainingexporter.parse.open;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.event.key.Field;

/** Which program wrote a log, told by keys that only its records have; the first row that fits. */
public final class WriterDetector {
  private static final String UNKNOWN = "custom";

  /** A writer, and keys that must all be there. */
  private record WriterRule(String writer, Set<String> keys) {
    WriterRule(String writer, String... keys) {
      this(writer, Set.of(keys));
    }
  }

  private static final List<WriterRule> LINES =
      List.of(
          new WriterRule("ms-swift", "global_step/max_steps"),
          new WriterRule("ms-swift", "steps[global_step/max_steps]"),
          new WriterRule("llamafactory", "current_steps", "percentage"),
          new WriterRule("stylegan-edm", "Progress/tick.mean"),
          new WriterRule("dinov2", "iteration", "koleo_loss"),
          new WriterRule("dinov2", "iteration", "last_layer_lr"),
          new WriterRule("detectron2", "iteration", "data_time", "total_loss"),
          new WriterRule("mmengine", "data_time", "step", "time"),
          new WriterRule("mmcv", "data_time", "memory", "iter", "time", "epoch"),
          new WriterRule("detr-log", "train_lr", "train_loss_ce"),
          new WriterRule("mae-deit-log", "train_lr", "train_loss", "epoch"),
          new WriterRule("dreamer", "world_model_loss"),
          new WriterRule("dreamer", "train/opt/loss"),
          new WriterRule("verl", "data.actor/pg_loss"),
          new WriterRule("verl", "data.timing_s/step"),
          new WriterRule("verl", "data.train/loss"),
          new WriterRule("torchtitan", "loss_metrics/global_avg_loss"),
          new WriterRule("composer", "loss/train/total"),
          new WriterRule("composer", "trainer/global_step", "time/batch"),
          new WriterRule("olmo", "train/CrossEntropyLoss"),
          new WriterRule("olmo", "train/CE loss"),
          new WriterRule("nemo", "reduced_train_loss"),
          new WriterRule("reference", "aux_loss", "steps_per_sec", "eta_seconds"),
          new WriterRule("hf-jsonl-dump", "learning_rate", "epoch", "step", "loss"));

  private static final List<WriterRule> TABLES =
      List.of(
          new WriterRule("csv-yolo", "train/box_loss"),
          new WriterRule("csv-lightning", "step"),
          new WriterRule("csv-keras", "epoch"));

  /** Of text, before the lines above, which some of these writers also print. */
  private static final List<WriterRule> TEXTS =
      List.of(
          new WriterRule("megatron", "lm loss", "consumed samples"),
          new WriterRule("nanogpt", "mfu", "iter"),
          new WriterRule("build-nanogpt", "hella"),
          new WriterRule("yolov5", "metrics/mAP_0.5", "train/box_loss"),
          new WriterRule("stable-baselines3", "rollout/ep_rew_mean", "time/total_timesteps"),
          new WriterRule("baselines", "mean 100 episode reward"),
          new WriterRule("pytorch-lightning", "v_num"),
          new WriterRule("hf-stdout", "learning_rate", "grad_norm", "epoch", "loss"));

  private WriterDetector() {}

  /** The writer's name, as its golden folder has it. */
  public static String of(LogProfile.LogFormat format, List<Field> fields) {
    if (format == LogProfile.LogFormat.DOCUMENT) {
      return "hf-trainer-state";
    }
    Set<String> keys = new HashSet<>();
    fields.forEach(f -> keys.add(f.name));
    Stream<WriterRule> rows =
        switch (format) {
          case CSV -> TABLES.stream();
          case TEXT -> Stream.concat(TEXTS.stream(), LINES.stream());
          default -> LINES.stream();
        };
    return rows.filter(row -> keys.containsAll(row.keys))
        .findFirst()
        .map(WriterRule::writer)
        .orElse(UNKNOWN);
  }
}

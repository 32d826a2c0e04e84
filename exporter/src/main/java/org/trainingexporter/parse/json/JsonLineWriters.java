package org.trainingexporter.parse.json;

import java.util.List;
import org.trainingexporter.parse.format.WriterRule;

/** Who writes JSON lines; the first row that fits counts. */
public final class JsonLineWriters {
  public static final List<WriterRule> ALL =
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
          new WriterRule("rllib", "training_iteration", "episode_reward_mean"),
          new WriterRule("rllib", "training_iteration", "env_runners.episode_return_mean"),
          new WriterRule("reference", "aux_loss", "steps_per_sec", "eta_seconds"),
          new WriterRule("hf-jsonl-dump", "learning_rate", "epoch", "step", "loss"));

  private JsonLineWriters() {}
}

package org.trainingexporter.parse.text;

import java.util.List;
import java.util.stream.Stream;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.json.JsonLineWriters;

/** The writers of text logs; then those of JSON lines, some of which print the same keys. */
final class TextWriters {
  private static final List<WriterRule> OWN =
      List.of(
          new WriterRule("megatron", "lm loss", "consumed samples"),
          new WriterRule("nanogpt", "mfu", "iter"),
          new WriterRule("build-nanogpt", "hella"),
          new WriterRule("yolov5", "metrics/mAP_0.5", "train/box_loss"),
          new WriterRule("stable-baselines3", "rollout/ep_rew_mean", "time/total_timesteps"),
          new WriterRule("baselines", "mean 100 episode reward"),
          new WriterRule("cleanrl", "global_step", "episodic_return"),
          new WriterRule("pytorch-lightning", "v_num"),
          new WriterRule("hf-stdout", "learning_rate", "grad_norm", "epoch", "loss"));

  static final List<WriterRule> ALL =
      Stream.concat(OWN.stream(), JsonLineWriters.ALL.stream()).toList();

  private TextWriters() {}
}

package org.trainingexporter.event.key;

import static org.trainingexporter.event.key.Signal.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.value.Unit;

/**
 * Which key means which signal: the one place that a new alias touches. Within a signal the order
 * is the precedence: of two aliases in one run the higher one is read, the other is a {@code
 * training_value}. Nested keys are joined by dots.
 */
public final class SignalAliases {
  private static final Map<String, Alias> BY_NAME = table();

  /** Beginnings of keys that end in the name of a layer, or of one of its parameters. */
  private static final List<Alias> OF_LAYERS =
      List.of(
          new Alias("l2_norm/grad/", LAYER_GRADIENT_NORM, 0, Unit.PLAIN),
          new Alias("l2_norm/param/", LAYER_WEIGHT_NORM, 0, Unit.PLAIN));

  private SignalAliases() {}

  /** The alias of that name, or null; of a layer's norm it is named as the key begins. */
  public static Alias of(String name) {
    Alias alias = BY_NAME.get(name);
    return alias != null ? alias : ofLayer(name);
  }

  private static Alias ofLayer(String name) {
    for (Alias beginning : OF_LAYERS) {
      String before = beginning.name();
      if (name.startsWith(before) && name.length() > before.length()) {
        return beginning;
      }
    }
    return null;
  }

  /** Every alias, in the order of the table. */
  public static List<Alias> all() {
    return List.copyOf(BY_NAME.values());
  }

  private static Map<String, Alias> table() {
    AliasTable t = new AliasTable();
    t.add(
        POSITION, "global_step", "global_step/max_steps", "current_steps", "step", "metrics.step");
    t.add(POSITION, "iteration", "iter", "Progress/tick.mean", "Progress/tick");
    t.add(POSITION, "total_step_count", "Progress/kimg.mean", "Progress/kimg");
    t.add(POSITION, "metrics.update", "rl_step", "step_count");
    t.add(POSITION, "trainer/global_step", "time/batch", "_step", "steps[global_step/max_steps]");
    t.add(EPOCH, "epoch", "train/epoch", "trainer/epoch", "time/epoch", "current_epoch");
    t.add(EPOCH, "data.training/epoch");

    t.add(PLAN, "total_steps", "max_steps", "num_steps", "num_training_steps", "max_iters");
    t.add(PLAN, "total_iters", "train_iters", "max_train_steps", "total_training_steps");
    t.add(PLANNED_EPOCHS, "epochs", "num_train_epochs", "total_epochs", "num_epochs", "max_epochs");
    t.add(WARMUP_STEPS, "warmup_steps", "num_warmup_steps", "warmup_iters");
    t.add(PROGRESS, "percentage");
    t.add(ELAPSED, "elapsed_time", "elapsed_s", "wall_time_sec");
    t.add(ELAPSED, "Timing/total_sec.mean", "Timing/total_sec", "elapsed_sec", "elapsed_seconds");
    t.add(ELAPSED, "wall_s", "_runtime", "wall_clock/total");
    t.add(ETA, "remaining_time", "eta_seconds", "eta_sec", "eta_s", "eta");
    t.add(
        TIMESTAMP, "timestamp", "ts", "ts_iso", "datetime", "_timestamp", "@timestamp", "asctime");
    t.add(END, "train_runtime");

    t.add(LOSS, "loss", "train_loss", "total_loss", "train/loss", "train.loss", "current_loss");
    t.add(LOSS, "train_loss_step", "lm_loss", "train_loss_nats_per_byte", "loss_tgt_mean");
    t.add(LOSS, "Loss/loss.mean", "Loss/loss", "Loss/G/loss.mean", "Loss/G/loss");
    t.add(LOSS, "Loss/D/loss.mean", "Loss/D/loss", "train/opt/loss", "train/box_loss");
    t.add(LOSS, "data.actor/loss", "data.train/loss", "loss_metrics/global_avg_loss");
    t.add(LOSS, "loss/train/total", "train/CrossEntropyLoss", "train/CE loss");
    t.add(LOSS, "reduced_train_loss", "training_loss", "train/total_loss", "trainer/loss");
    t.add(LOSS, "lm loss");
    t.add(AUXILIARY_LOSS, "aux_loss", "auxiliary_loss", "router_aux_loss", "moe_aux_loss");
    t.add(
        AUXILIARY_LOSS, "load_balancing_loss", "load_balance_loss", "router_loss", "balance_loss");
    t.add(AUXILIARY_LOSS, "lb_loss", "train/aux_loss", "train/load balancing loss");
    t.add(TRAIN_ACCURACY, "accuracy", "train_acc", "acc", "token_acc", "fast_rcnn/cls_accuracy");
    t.add(TRAIN_ACCURACY, "mean_token_accuracy", "decode.acc_seg", "acc_pose", "train_accuracy");
    t.add(TRAIN_ACCURACY, "train/accuracy", "train/acc", "train.acc", "train.accuracy");
    t.add(TRAIN_ACCURACY, "training_accuracy", "metrics/train/Accuracy");
    t.add(TRAIN_ACCURACY, "metrics/train/MulticlassAccuracy");
    t.add(LEARNING_RATE, "lr", "learning_rate", "train_lr", "base_lr", "train/lr");
    t.add(LEARNING_RATE, "muon_lr", "adamw_lr", "last_layer_lr", "lr/pg0");
    t.add(LEARNING_RATE, "train/learning_rate", "data.actor/lr", "data.train/lr");
    t.add(LEARNING_RATE, Unit.THOUSANDTHS, "data.train/lr(1e-3)");
    t.add(
        LEARNING_RATE, "optim/learning_rate_group0", "lr-DecoupledAdamW/group0", "lr-AdamW/group0");
    t.add(LEARNING_RATE, "lr-Adam/group0", "lr-SGD/group0", "lr-AdamW", "lr-Adam", "lr-SGD");
    t.add(LEARNING_RATE, "optim/LR (group 0)", "learning-rate");
    t.add(GRADIENT_NORM, "grad_norm", "train/grad_norm", "gradient_norm", "train/opt/grad_norm");
    t.add(GRADIENT_NORM, "actor_grad_norm", "world_model_grad_norm");
    t.add(GRADIENT_NORM, "data.actor/grad_norm", "data.train/grad_norm", "optim/total_grad_norm");
    t.add(GRADIENT_NORM, "l2_norm/grad/global", "train.grad_norm", "total_grad_norm");
    t.add(GRADIENT_NORM, "optim/total grad norm", "grad-norm");
    t.add(TRAINING_PART, "train_bpb_estimate", "train_loss_ema", "train_ema", "train_class_error");
    t.add(TRAINING_PART, "grad_norm_conv", "max_grad", "mean_grad");
    t.add(TRAINING_PART, "kl", "loss_cls", "value_loss", "loss_bbox", "loss_box_reg");
    t.add(TRAINING_PART, "loss_rpn_cls", "train_loss_ce", "policy_loss", "actor_loss");
    t.add(TRAINING_PART, "train/pg_loss", "train/v_loss", "metrics.policy_loss", "kl_loss");
    t.add(TRAINING_PART, "train/kl_divergence", "train/reverse_kl", "train/entropy");
    t.add(TRAINING_PART, "decode.loss_ce", "aux.loss_ce", "distill_loss", "dino_local_crops_loss");
    t.add(TRAINING_PART, "koleo_loss", "ibot_loss", "heatmap_loss", "predict_loss");
    t.add(TRAINING_PART, "Loss/r1_penalty.mean", "Loss/r1_penalty");
    t.add(TRAINING_PART, "data.actor/pg_loss", "data.actor/kl_loss", "data.critic/vf_loss");

    t.add(VALIDATION_LOSS, "val_loss", "eval_loss", "test_loss", "validation_loss", "val/loss");
    t.add(VALIDATION_LOSS, "val.loss", "val_lm_loss", "validation_loss_nats_per_byte");
    t.add(VALIDATION_LOSS, "val/box_loss", "eval/loss", "eval.loss", "test/loss", "test.loss");
    t.add(VALIDATION_LOSS, "data.val/loss", "loss/eval/total", "valid_loss", "valid/loss");
    t.add(VALIDATION_LOSS, "metrics/eval/LanguageCrossEntropy", "eval/validation/CrossEntropyLoss");
    t.add(VALIDATION_LOSS, "validation_metrics/loss", "reduced_val_loss", "lm loss validation");
    t.add(VALIDATION_LOSS, "lm loss value");
    t.add(VALIDATION_LOSS, "eval/lm/c4-validation/CE loss");
    t.add(VALIDATION_PERPLEXITY, "val_perplexity", "eval_perplexity", "validation_perplexity");
    t.add(VALIDATION_PERPLEXITY, "val_ppl", "eval_ppl", "val/perplexity", "eval/perplexity");
    t.add(VALIDATION_PERPLEXITY, "val.perplexity", "metrics/eval/LanguagePerplexity");
    t.add(
        VALIDATION_PERPLEXITY,
        "lm loss PPL",
        "lm loss validation ppl",
        "eval/lm/c4-validation/PPL");
    t.add(VALIDATION_ACCURACY, "val_acc", "test_acc1", "eval_token_acc", "test_acc");
    t.add(VALIDATION_ACCURACY, "test_384_acc1", "eval_acc", "eval_mean_token_accuracy");
    t.add(VALIDATION_ACCURACY, "val_accuracy", "accuracy/top1", "val.top1", "eval_accuracy");
    t.add(VALIDATION_ACCURACY, "validation_accuracy", "test_accuracy", "val.acc", "val.accuracy");
    t.add(VALIDATION_ACCURACY, "val/acc", "val/accuracy", "eval/accuracy", "metrics/eval/Accuracy");
    t.add(VALIDATION_ACCURACY, "metrics/eval/MulticlassAccuracy", "metrics/accuracy_top1", "aAcc");
    t.add(VALIDATION_PART, "validation_loss_ema", "val_ema", "dense_val_loss", "validation_bpb");
    t.add(VALIDATION_PART, "test_acc5", "coco/bbox_mAP", "bbox_mAP", "bbox/AP", "AP", "mIoU");
    t.add(VALIDATION_PART, "eval_wer", "val_chrf", "val_win_rate");

    t.add(REWARD, "reward", "eprewmean", "mean 100 episode reward");
    t.add(EPISODE_LENGTH, "episode_length", "eplenmean");

    t.add(STEPS_PER_SECOND, "steps_per_sec", "steps_per_second", "train_speed(iter/s)", "it/s");
    t.add(STEPS_PER_SECOND, "throughput/device/batches_per_second", "throughput/batches_per_sec");
    t.add(STEPS_PER_SECOND, "throughput/device/BPS");
    t.add(STEPS_PER_SECOND, Unit.SECONDS_A_STEP, "iter_time", "iter_time_s", "train/step_time_s");
    t.add(STEPS_PER_SECOND, Unit.SECONDS_A_STEP, "train_step_timing in s", "step_time_s");
    t.add(STEPS_PER_SECOND, Unit.SECONDS_A_STEP, "time_metrics/end_to_end(s)");
    t.add(STEPS_PER_SECOND, Unit.SECONDS_A_STEP, "data.perf/time_per_step", "step_time");
    t.add(STEPS_PER_SECOND, Unit.SECONDS_A_STEP, "data.train/time(s)", "iteration-time");
    t.add(STEPS_PER_SECOND, Unit.MILLISECONDS_A_STEP, "step_time_ms", "iter_time_ms");
    t.add(VALUE, "train_steps_per_second", "train_samples_per_second"); // of the whole run
    t.add(TOKENS_PER_SECOND, "tokens_per_second", "tokens_per_sec", "tokens_sec", "tok_per_s");
    t.add(TOKENS_PER_SECOND, "throughput", "tokens/s", "train_tokens_per_second", "tps");
    t.add(TOKENS_PER_SECOND, "throughput/tokens_per_sec");
    t.add(SAMPLES_PER_SECOND, "samples_per_second", "samples_per_s", "samples_per_sec");
    t.add(SAMPLES_PER_SECOND, "throughput/samples_per_sec", "images_per_sec");
    t.add(TOKENS, "tokens_seen", "tokens", "total_tokens", "total_tokens_processed");
    t.add(TOKENS, "tokens_seen_total", "num_input_tokens_seen", "num_tokens", "time/token");
    t.add(TOKENS, "throughput/total_tokens", "throughput/total tokens", "n_tokens_seen");
    t.add(STEP_TOKENS, "train/total_tokens", "data.perf/total_num_tokens");
    t.add(STEP_TOKENS, "data.train/global_tokens");
    t.add(DEAD_EXPERTS, "dead_experts");
    return t.byName;
  }

  /** Rows as they are read: the first of a signal has rank 0. */
  private static final class AliasTable {
    private final Map<String, Alias> byName = new LinkedHashMap<>();
    private final Map<Signal, List<Alias>> bySignal = new HashMap<>();

    void add(Signal signal, String... names) {
      add(signal, Unit.PLAIN, names);
    }

    void add(Signal signal, Unit unit, String... names) {
      List<Alias> known = bySignal.computeIfAbsent(signal, s -> new ArrayList<>());
      for (String name : names) {
        Alias alias = new Alias(name, signal, known.size(), unit);
        known.add(alias);
        if (byName.put(name, alias) != null) {
          throw new IllegalStateException("two rows for " + name);
        }
      }
    }
  }
}

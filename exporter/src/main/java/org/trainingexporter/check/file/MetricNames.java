package org.trainingexporter.check.file;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.section.KeyRole;

/** Which metric shows what stands under a key: the one place that says so of each signal. */
public final class MetricNames {
  public static final String VALUE = "training_value";

  private MetricNames() {}

  /** The metric of a number that the run reads as that signal. */
  public static String metric(Signal signal) {
    return switch (signal) {
      case POSITION -> "training_step";
      case EPOCH -> "training_epoch";
      case PLAN -> "training_planned_steps";
      case PLANNED_EPOCHS -> "training_planned_epochs";
      case WARMUP_STEPS -> "training_warmup_steps";
      case ELAPSED -> "training_elapsed_seconds";
      case ETA -> "training_eta_seconds";
      case TIMESTAMP -> "training_last_update_timestamp_seconds";
      case LOSS -> "training_loss";
      case AUXILIARY_LOSS -> "training_auxiliary_loss";
      case TRAIN_ACCURACY -> "training_accuracy_ratio{split=\"train\"}";
      case LEARNING_RATE -> "training_learning_rate";
      case GRADIENT_NORM -> "training_gradient_norm";
      case VALIDATION_LOSS -> "training_validation_loss";
      case VALIDATION_PERPLEXITY -> "training_validation_perplexity";
      case VALIDATION_ACCURACY -> "training_accuracy_ratio{split=\"validation\"}";
      case STEPS_PER_SECOND -> "training_steps_per_second";
      case TOKENS_PER_SECOND -> "training_tokens_per_second";
      case SAMPLES_PER_SECOND -> "training_samples_per_second";
      case TOKENS, STEP_TOKENS -> "training_tokens_total";
      case DEAD_EXPERTS -> "training_dead_experts";
      case LAYER_GRADIENT_NORM -> "training_layer_gradient_norm";
      case LAYER_WEIGHT_NORM -> "training_layer_weight_norm";
      case PROGRESS, END, REWARD, EPISODE_LENGTH, TRAINING_PART, VALIDATION_PART, VALUE -> VALUE;
    };
  }

  /** The metric of what is no number; the empty text where it is left over. */
  public static String metric(KeyRole part) {
    return switch (part) {
      case ERROR_TYPE -> "training_errors_total";
      case ERROR_MESSAGE -> "training_event_timestamp_seconds";
      case EXPERTS -> "training_expert_load_ratio";
      case LAYERS -> "training_layer_gradient_norm";
      case MODEL_NAME -> "training_model_node_info";
      case MODE, SET -> "training_records_total";
      case EVENT -> "training_run_state";
      case NONE -> "";
    };
  }

  /** A plain value's series names its key. */
  public static String series(Field field) {
    String key = field.name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return VALUE + "{key=\"" + key + "\"}";
  }
}

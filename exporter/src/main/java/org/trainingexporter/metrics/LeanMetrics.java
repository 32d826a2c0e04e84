package org.trainingexporter.metrics;

import java.util.regex.Pattern;

/**
 * The metrics of a run in the profile {@code lean}: those that the alerts need, and those of the
 * dashboards Runs, Run, Compare and Fleet that have few series. Without layers, distributions,
 * single experts, other values, settings, single events, and all of a checkpoint but its age and
 * its size. An alert needs the gradient norms of layers.
 */
final class LeanMetrics {
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "training_(value|run_setting_info|event_timestamp_seconds|expert_load_ratio"
              + "|rejected_values_total|loss_at_validation|validations_total|checkpoints_total"
              + "|steps_total|validation_step|layer_(?!gradient_norm$).*|distribution_.*|model_.*_info"
              + "|checkpoint_(?!saved_timestamp_seconds|size_bytes).*)");

  private LeanMetrics() {}

  /** Whether the profile has the metric. */
  static boolean has(String name) {
    return !LEFT_OUT.matcher(name).matches();
  }
}

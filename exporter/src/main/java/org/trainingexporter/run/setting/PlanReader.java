package org.trainingexporter.run.setting;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.grammar.KeyName;
import org.trainingexporter.run.position.SettingPlan;

/**
 * Reads the plan of a run from its settings: they say nothing else of the training. Only a setting
 * of the run itself or of its trainer counts: the steps of an environment are no plan.
 */
final class PlanReader {
  /** Names by their words; the first that is there counts. */
  private static final List<String> STEPS =
      List.of(
          "max steps",
          "total steps",
          "max train steps",
          "num train steps",
          "total train steps",
          "num training steps",
          "total training steps",
          "max iters",
          "total iters",
          "train iters",
          "max iterations",
          "total iterations",
          "num iterations",
          "total timesteps");

  private static final List<String> EPOCHS =
      List.of(
          "num train epochs", "max epochs", "num epochs", "total epochs", "train epochs", "epochs");

  private static final List<String> WARMUP =
      List.of("warmup steps", "num warmup steps", "lr warmup steps", "warmup iters");

  private static final List<String> RATE = List.of("max lr", "peak lr", "lr");

  private static final Set<String> SECTIONS =
      Set.of(
          "train",
          "training",
          "trainer",
          "optim",
          "optimizer",
          "optimiser",
          "schedule",
          "scheduler",
          "lr scheduler");

  private PlanReader() {}

  static SettingPlan read(Map<String, String> settings) {
    Map<String, Double> numbers = new HashMap<>();
    settings.forEach(
        (name, text) -> {
          List<List<String>> path = KeyName.of(name).segments();
          boolean ofTrainer = path.size() == 2 && SECTIONS.contains(String.join(" ", path.get(0)));
          if (path.size() == 1 || ofTrainer) {
            String words = String.join(" ", path.get(path.size() - 1));
            numbers.merge(words, number(text), (a, b) -> path.size() == 1 ? b : a);
          }
        });
    return new SettingPlan(
        first(numbers, STEPS),
        first(numbers, EPOCHS),
        first(numbers, WARMUP),
        first(numbers, RATE));
  }

  /** Writers set -1 or 0 where there is none. */
  private static double first(Map<String, Double> numbers, List<String> names) {
    for (String name : names) {
      double value = numbers.getOrDefault(name, UNKNOWN);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    }
    return UNKNOWN;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replace("_", ""));
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }
}

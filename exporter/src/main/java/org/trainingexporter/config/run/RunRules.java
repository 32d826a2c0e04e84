package org.trainingexporter.config.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.value.ValueTypes;
import org.trainingexporter.config.yaml.YamlNode;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ValueType;

/** Reads the list {@code runs:} of the config file. */
public final class RunRules {
  private static final List<String> KEYS =
      List.of(
          "match",
          "total_steps",
          "warmup_steps",
          "max_learning_rate",
          "checkpoints",
          "time_zone",
          "fields",
          "gpus",
          "gpus_count",
          "cost_per_gpu_hour",
          "parameters",
          "peak_flops");

  private RunRules() {}

  /**
   * Reads the rules in their order.
   *
   * @throws ConfigException naming file, line, key and value
   */
  public static List<RunRule> read(YamlNode runs) {
    return runs.list().stream().map(RunRules::rule).toList();
  }

  private static RunRule rule(YamlNode entry) {
    Map<String, YamlNode> keys = entry.map(KEYS);
    return new RunRule(
        optional(keys, "match", ValueTypes.GLOB)
            .orElseThrow(() -> ConfigException.expected(entry.place(), "a key match", "none")),
        optional(keys, "total_steps", ValueTypes.wholeFrom(1)),
        optional(keys, "warmup_steps", ValueTypes.wholeFrom(0)),
        optional(keys, "max_learning_rate", ValueTypes.POSITIVE_NUMBER),
        optional(keys, "checkpoints", ValueTypes.DIRECTORY),
        optional(keys, "time_zone", ValueTypes.ZONE),
        Optional.ofNullable(keys.get("fields")).map(RunRules::fields).orElse(Map.of()),
        Optional.ofNullable(keys.get("gpus")).map(RunRules::gpus).orElse(List.of()),
        cost(keys));
  }

  private static CostRule cost(Map<String, YamlNode> keys) {
    return new CostRule(
        optional(keys, "cost_per_gpu_hour", ValueTypes.POSITIVE_NUMBER),
        CostRule.DEFAULT_CURRENCY,
        optional(keys, "gpus_count", ValueTypes.wholeFrom(1)),
        optional(keys, "parameters", ValueTypes.POSITIVE_NUMBER),
        optional(keys, "peak_flops", ValueTypes.POSITIVE_NUMBER));
  }

  private static <T> Optional<T> optional(
      Map<String, YamlNode> keys, String key, ValueType<T> type) {
    return Optional.ofNullable(keys.get(key)).map(node -> node.as(type));
  }

  private static List<String> gpus(YamlNode node) {
    return node.list().stream().map(gpu -> gpu.as(ValueTypes.GPU)).toList();
  }

  private static Map<String, String> fields(YamlNode node) {
    Map<String, String> fields = new LinkedHashMap<>();
    node.map().forEach((key, alias) -> fields.put(key, alias.as(ValueTypes.ALIAS)));
    return fields;
  }
}

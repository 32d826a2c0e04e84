package org.trainingexporter.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entries of {@code runs:}. */
final class RunRules {
  private static final List<String> KEYS =
      List.of(
          "match",
          "total_steps",
          "warmup_steps",
          "max_learning_rate",
          "checkpoints",
          "time_zone",
          "fields",
          "gpus");

  private RunRules() {}

  static List<RunRule> read(Node runs) {
    return runs.list().stream().map(RunRules::rule).toList();
  }

  private static RunRule rule(Node entry) {
    Map<String, Node> keys = entry.map(KEYS);
    return new RunRule(
        optional(keys, "match", Kinds.GLOB)
            .orElseThrow(() -> ConfigException.expected(entry.place(), "a key match", "none")),
        optional(keys, "total_steps", Kinds.wholeFrom(1)),
        optional(keys, "warmup_steps", Kinds.wholeFrom(0)),
        optional(keys, "max_learning_rate", Kinds.POSITIVE_NUMBER),
        optional(keys, "checkpoints", Kinds.DIRECTORY),
        optional(keys, "time_zone", Kinds.ZONE),
        Optional.ofNullable(keys.get("fields")).map(RunRules::fields).orElse(Map.of()),
        Optional.ofNullable(keys.get("gpus")).map(RunRules::gpus).orElse(List.of()));
  }

  private static <T> Optional<T> optional(Map<String, Node> keys, String key, Kind<T> kind) {
    return Optional.ofNullable(keys.get(key)).map(node -> node.as(kind));
  }

  private static List<String> gpus(Node node) {
    return node.list().stream().map(gpu -> gpu.as(Kinds.GPU)).toList();
  }

  private static Map<String, String> fields(Node node) {
    Map<String, String> fields = new LinkedHashMap<>();
    node.map().forEach((theirs, ours) -> fields.put(theirs, ours.as(Kinds.SPELLING)));
    return fields;
  }
}

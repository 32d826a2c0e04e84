package org.trainingexporter.config.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.config.yaml.YamlNode;
import org.trainingexporter.web.flag.ConfigException;

/**
 * One mapping of the web config file. Every method throws a {@link ConfigException} that names file
 * and key if a value is not what the method expects. An empty value counts as an empty mapping.
 */
final class WebConfigSection {
  private final YamlNode node;
  private final Map<String, YamlNode> entries;

  WebConfigSection(YamlNode node) {
    this.node = node;
    if (node.content() != null && !(node.content() instanceof Map)) {
      throw problem(node.key(), "expected a mapping, not " + node.json());
    }
    this.entries = node.content() == null ? Map.of() : node.map();
  }

  /** Rejects every other key. */
  WebConfigSection allow(Set<String> known) {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        throw wrong(key, "unknown key; expected one of " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether the key is there and has a value. */
  boolean has(String key) {
    return entries.containsKey(key) && entries.get(key).content() != null;
  }

  /** Empty if there is no such key. */
  WebConfigSection section(String key) {
    YamlNode missing = new YamlNode(node.file(), node.line(), full(key), null, false);
    return new WebConfigSection(entries.getOrDefault(key, missing));
  }

  /** Empty if the key is missing or has no value. */
  Optional<String> text(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(value -> value.content() != null)
        .map(value -> textOf(key, value))
        .filter(text -> !text.isEmpty());
  }

  boolean flag(String key, boolean absent) {
    YamlNode value = entries.get(key);
    if (value == null) {
      return absent;
    }
    if (value.isText() || !List.of("true", "false").contains(value.json())) {
      throw wrong(key, "expected true or false, not " + value.json());
    }
    return value.json().equals("true");
  }

  /** Empty if the key is missing or has no value. */
  List<String> texts(String key) {
    YamlNode value = entries.get(key);
    if (value == null || value.content() == null) {
      return List.of();
    }
    if (!(value.content() instanceof List)) {
      throw wrong(key, "expected a list, not " + value.json());
    }
    List<String> texts = new ArrayList<>();
    value.list().forEach(element -> texts.add(textOf(key, element)));
    return texts;
  }

  /** All entries, whose values must be texts; numbers and the like are read as they stand. */
  Map<String, String> entries() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.forEach((key, value) -> texts.put(key, textOf(key, value)));
    return texts;
  }

  /** Relative paths are resolved against the directory of the web config file. */
  Optional<Path> path(String key) {
    return text(key).map(path -> node.file().toAbsolutePath().resolveSibling(path));
  }

  ConfigException wrong(String key, String problem) {
    return problem(full(key), problem);
  }

  private ConfigException problem(String key, String problem) {
    return new ConfigException(node.file() + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
  }

  private String full(String key) {
    return node.key().isEmpty() ? key : node.key() + "." + key;
  }

  private String textOf(String key, YamlNode value) {
    if (value.content() instanceof String scalar) {
      return scalar;
    }
    throw wrong(key, "expected a text, not " + value.json());
  }
}

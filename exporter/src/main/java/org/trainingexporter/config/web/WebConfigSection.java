package org.trainingexporter.config.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One mapping of a YAML file. Each wrong key or value is rejected by its full name. */
final class WebConfigSection {
  private final Path file;
  private final String prefix;
  private final JsonNode node;

  WebConfigSection(Path file, String name, JsonNode node) throws WebConfigException {
    this.file = file;
    this.prefix = name.isEmpty() ? "" : name + ".";
    this.node = node.isNull() ? JsonNodeFactory.instance.objectNode() : node;
    if (!this.node.isObject()) {
      String what = "expected a mapping, not " + node;
      throw name.isEmpty()
          ? new WebConfigException(file, what)
          : new WebConfigException(file, name, what);
    }
  }

  /** Rejects every key but these; those of {@code unsupported} by saying what to do instead. */
  WebConfigSection allow(Set<String> known, Map<String, String> unsupported)
      throws WebConfigException {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (unsupported.containsKey(key)) {
        throw wrong(key, "is not supported here: " + unsupported.get(key));
      }
      if (!known.contains(key)) {
        throw wrong(key, "unknown key; expected one of " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  boolean isEmpty() {
    return node.isEmpty();
  }

  WebConfigSection section(String key) throws WebConfigException {
    JsonNode value = node.path(key);
    return new WebConfigSection(
        file, prefix + key, value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
  }

  Optional<String> text(String key) throws WebConfigException {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(textOf(key, value));
  }

  boolean flag(String key, boolean absent) throws WebConfigException {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return absent;
    }
    if (!value.isBoolean()) {
      throw wrong(key, "expected true or false, not " + value);
    }
    return value.booleanValue();
  }

  List<String> texts(String key) throws WebConfigException {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      throw wrong(key, "expected a list, not " + value);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      texts.add(textOf(key, element));
    }
    return texts;
  }

  Map<String, String> entries() throws WebConfigException {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      entries.put(entry.getKey(), textOf(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  /** Relative paths start at the directory of the file, wherever the process was started. */
  Optional<Path> path(String key) throws WebConfigException {
    return text(key).map(path -> file.toAbsolutePath().resolveSibling(path));
  }

  WebConfigException wrong(String key, String problem) {
    return new WebConfigException(file, prefix + key, problem);
  }

  private String textOf(String key, JsonNode value) throws WebConfigException {
    if (!value.isTextual()) {
      throw wrong(key, "expected a text, not " + value);
    }
    return value.textValue();
  }
}

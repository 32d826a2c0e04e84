package org.trainingexporter.config.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.trainingexporter.config.value.ConfigException;
import org.trainingexporter.config.value.ValueType;

/**
 * A value in a config file.
 *
 * @param place file, line and key: where a message says that it stands
 * @param content a {@code String}, a {@code List<Node>}, a {@code Map<String, Node>}, or null
 */
public record YamlNode(String place, Object content) {

  public <T> T as(ValueType<T> kind) {
    if (content instanceof String text) {
      return kind.read(place, text);
    }
    throw expected(kind.expected());
  }

  public List<YamlNode> list() {
    if (content instanceof List<?> list) {
      return list.stream().map(YamlNode.class::cast).toList();
    }
    throw expected("a list");
  }

  /** The map's entries in the order of the file, values by key. */
  public Map<String, YamlNode> map() {
    if (content instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // The reader makes no other maps.
      Map<String, YamlNode> nodes = (Map<String, YamlNode>) map;
      return nodes;
    }
    throw expected("a map");
  }

  /** The map's entries, none of which has another key than these. */
  public Map<String, YamlNode> map(Collection<String> known) {
    map()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw new ConfigException(
                    value.place
                        + ": unknown key (with "
                        + value.described()
                        + "), expected one of "
                        + String.join(", ", known));
              }
            });
    return map();
  }

  private ConfigException expected(String expected) {
    return ConfigException.expected(place, expected, described());
  }

  /** The value as a message names it. */
  String described() {
    if (content instanceof String text) {
      return ConfigException.quote(text);
    }
    return content == null ? "nothing" : content instanceof List ? "a list" : "a map";
  }
}

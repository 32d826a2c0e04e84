package org.trainingexporter.config.yaml;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ValueType;

/**
 * A value in a config file.
 *
 * @param line counts from 1
 * @param key with the keys of the maps around it, such as {@code runs[0].match}; empty for the
 *     document
 * @param content a {@code String}, a {@code List<YamlNode>}, a {@code Map<String, YamlNode>}, or
 *     null
 * @param isText whether YAML reads a scalar as text; false for numbers, true, false and null
 */
public record YamlNode(Path file, int line, String key, Object content, boolean isText) {

  /** File, line and key, as messages begin. */
  public String place() {
    return file + ":" + line + (key.isEmpty() ? "" : ": " + key);
  }

  /**
   * The scalar as a value of the type. Text is read as written, so {@code off} is no boolean.
   *
   * @throws ConfigException if this is no scalar or the type rejects it
   */
  public <T> T as(ValueType<T> type) {
    if (content instanceof String text) {
      return type.read(place(), text);
    }
    throw expected(type.expected());
  }

  public List<YamlNode> list() {
    if (content instanceof List<?> list) {
      return list.stream().map(YamlNode.class::cast).toList();
    }
    throw expected("a list");
  }

  /** The entries of the map by key, in the order of the file. */
  public Map<String, YamlNode> map() {
    if (content instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // The reader makes no other maps.
      Map<String, YamlNode> nodes = (Map<String, YamlNode>) map;
      return nodes;
    }
    throw expected("a map");
  }

  /**
   * The entries of the map.
   *
   * @throws ConfigException if one has a key other than these
   */
  public Map<String, YamlNode> map(Collection<String> known) {
    map()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw new ConfigException(
                    value.place()
                        + ": unknown key (with "
                        + value.described()
                        + "), expected one of "
                        + String.join(", ", known));
              }
            });
    return map();
  }

  private ConfigException expected(String expected) {
    return ConfigException.expected(place(), expected, described());
  }

  /** The value as messages show it. */
  String described() {
    if (content instanceof String text) {
      return ConfigException.quote(text);
    }
    return content == null ? "nothing" : content instanceof List ? "a list" : "a map";
  }

  /** The value as JSON, on one line. */
  public String json() {
    if (content instanceof List) {
      return list().stream().map(YamlNode::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (content instanceof Map) {
      return map().entrySet().stream()
          .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue().json())
          .collect(Collectors.joining(",", "{", "}"));
    }
    return isText ? quoted((String) content) : String.valueOf(content);
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}

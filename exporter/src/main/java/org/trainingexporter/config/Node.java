package org.trainingexporter.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A value in a config file.
 *
 * @param place file, line and key: where a message says that it stands
 * @param content a {@code String}, a {@code List<Node>}, a {@code Map<String, Node>}, or null
 */
record Node(String place, Object content) {

  <T> T as(Kind<T> kind) {
    if (content instanceof String text) {
      return kind.read(place, text);
    }
    throw expected(kind.expected());
  }

  List<Node> list() {
    if (content instanceof List<?> list) {
      return list.stream().map(Node.class::cast).toList();
    }
    throw expected("a list");
  }

  /** The map's entries in the order of the file, values by key. */
  Map<String, Node> map() {
    if (content instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // The reader makes no other maps.
      Map<String, Node> nodes = (Map<String, Node>) map;
      return nodes;
    }
    throw expected("a map");
  }

  /** The map's entries, none of which has another key than these. */
  Map<String, Node> map(Collection<String> known) {
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

package org.trainingexporter.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * The form in which dashboards are kept: sorted keys, two spaces, a line break at the end. What
 * fits into a line stands in one.
 */
final class CanonicalJson {
  private static final int LINE = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  private CanonicalJson() {}

  static String of(JsonNode json) throws JsonProcessingException {
    return written(json, 0, 0) + "\n";
  }

  /**
   * @param indent of the line in which the value begins
   * @param before the characters in this line that stand before the value
   */
  private static String written(JsonNode value, int indent, int before)
      throws JsonProcessingException {
    List<String> flat = parts(value, -1);
    String line = inLine(value, flat);
    if (!value.isContainerNode()
        || value.isEmpty()
        || before + line.codePointCount(0, line.length()) <= LINE) {
      return line;
    }
    String pad = " ".repeat(indent + 2);
    List<String> parts = parts(value, indent + 2);
    String body = pad + String.join(",\n" + pad, parts) + "\n" + " ".repeat(indent);
    return value.isObject() ? "{\n" + body + "}" : "[\n" + body + "]";
  }

  private static String inLine(JsonNode value, List<String> parts) throws JsonProcessingException {
    if (!value.isContainerNode()) {
      return JSON.writeValueAsString(value);
    }
    String body = String.join(", ", parts);
    return value.isObject() ? "{" + body + "}" : "[" + body + "]";
  }

  /**
   * @param indent of the lines of the parts, or -1 if they stand in one line
   */
  private static List<String> parts(JsonNode value, int indent) throws JsonProcessingException {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      for (JsonNode element : value) {
        parts.add(part("", element, indent));
      }
    } else if (value.isObject()) {
      TreeSet<String> keys = new TreeSet<>();
      for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
        keys.add(names.next());
      }
      for (String key : keys) {
        parts.add(part(JSON.writeValueAsString(key) + ": ", value.get(key), indent));
      }
    }
    return parts;
  }

  private static String part(String key, JsonNode value, int indent)
      throws JsonProcessingException {
    return key
        + (indent < 0
            ? inLine(value, parts(value, -1))
            : written(value, indent, indent + key.length()));
  }
}

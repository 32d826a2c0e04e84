package org.trainingexporter.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code check} says of one sample, as the page of writers shows it. */
final class SampleReading {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALUE = "training_value{";
  private static final String VALUES = "other values";
  private static final String RECORDS = "training_records_total";

  private final JsonNode report;

  SampleReading(JsonNode report) {
    this.report = report;
  }

  boolean isLog() {
    return report.get("is_log").asBoolean();
  }

  String writer() {
    return report.get("writer").asText();
  }

  String format() {
    return report.get("format").asText();
  }

  /** How many lines and values were rejected. */
  int rejected() {
    return report.at("/refused_lines/count").asInt() + report.at("/refused_values/count").asInt();
  }

  /** The metrics in the order of the log, each with its keys; other values last. */
  private Map<String, List<String>> keys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    List<String> values = new ArrayList<>();
    for (JsonNode key : report.get("keys")) {
      String metric = key.get("metric").asText("");
      if (metric.startsWith(VALUE)) {
        values.add(key.get("key").asText());
      } else if (!key.get("metric").isNull()) {
        String name = metric.equals(RECORDS) ? "the record's set" : "`" + metric + "`";
        keys.computeIfAbsent(name, m -> new ArrayList<>()).add(key.get("key").asText());
      }
    }
    if (!values.isEmpty()) {
      keys.put(VALUES, values);
    }
    return keys;
  }

  private String records() {
    List<String> kinds = new ArrayList<>();
    report.get("records").properties().forEach(e -> kinds.add(e.getValue() + " " + e.getKey()));
    JsonNode position = report.get("position");
    return String.join(", ", kinds)
        + " records, by "
        + position.get("unit").asText()
        + " to "
        + position.get("newest").asText()
        + (report.at("/times/from").asText().equals("logged") ? ", with times" : "");
  }

  private static String cell(List<String> keys) {
    return "`" + String.join("`, `", keys).replace("|", "\\|") + "`";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("Read as writer `").append(writer()).append("`, format `").append(format());
    text.append("`: ").append(records()).append(".\n\n| becomes | from |\n|---|---|\n");
    keys().forEach((m, k) -> text.append("| " + m + " | " + cell(k) + " |\n"));
    if (report.get("settings").size() > 0) {
      List<String> names = new ArrayList<>();
      report.get("settings").fieldNames().forEachRemaining(names::add);
      text.append("| settings | ").append(cell(names)).append(" |\n");
    }
    return text.toString();
  }
}

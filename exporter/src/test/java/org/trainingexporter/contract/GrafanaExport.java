package org.trainingexporter.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes of a dashboard the form in which Grafana exports it for others, as grafana.com wants it:
 * the data source is asked for at the import, so it is no variable.
 */
final class GrafanaExport {
  private static final String INPUT = "DS_PROMETHEUS";
  private static final String OLDEST = "10.4.0";

  private GrafanaExport() {}

  static JsonNode of(Dashboard dashboard) {
    ObjectMapper mapper = new ObjectMapper();
    String text =
        dashboard
            .json()
            .toString()
            .replace("&${datasource:queryparam}", "")
            .replace("${datasource}", "${" + INPUT + "}");
    ObjectNode json;
    try {
      json = (ObjectNode) mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    ArrayNode variables = (ArrayNode) json.path("templating").path("list");
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).path("type").asText().equals("datasource")) {
        variables.remove(i);
      }
    }
    json.putObject("__elements");
    json.putArray("__inputs")
        .addObject()
        .put("name", INPUT)
        .put("label", "Prometheus")
        .put("description", "The Prometheus that scrapes the exporters")
        .put("type", "datasource")
        .put("pluginId", "prometheus")
        .put("pluginName", "Prometheus");
    ArrayNode requires = json.putArray("__requires");
    require(requires, "grafana", "grafana", "Grafana", OLDEST);
    require(requires, "datasource", "prometheus", "Prometheus", "1.0.0");
    types(dashboard).forEach(type -> require(requires, "panel", type, type, ""));
    return json;
  }

  private static Set<String> types(Dashboard dashboard) {
    Set<String> types = new TreeSet<>();
    dashboard.panels().forEach(it -> types.add(it.path("type").asText()));
    types.remove("row");
    return types;
  }

  private static void require(
      ArrayNode requires, String type, String id, String name, String version) {
    requires.addObject().put("type", type).put("id", id).put("name", name).put("version", version);
  }
}

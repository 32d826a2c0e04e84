package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Makes of the alerts in {@code prometheus/rules} the rules that Grafana evaluates itself.
 * Recording rules stay with Prometheus. Grafana's templates cannot query, so annotations that do
 * are left out.
 */
final class GrafanaAlerts {
  private static final String SOURCE = "training-prometheus";

  /** Of the last ten minutes, of which an instant query needs the end alone; seconds. */
  private static final int LOOKS_BACK = 600;

  private static final Pattern QUERY = Pattern.compile("(range|[|]) query\\b");
  private static final Pattern PLACE = Pattern.compile("(?<=/)d/.*(?=\\{\\{ end }})");

  private static final String HEAD =
      """
      # Alerts that Grafana evaluates, for those without Alertmanager: copy this file to /etc/grafana/provisioning/alerting/.
      # Generated from prometheus/rules: `mvn -pl exporter -am test -Dtest=GrafanaFilesTest -Dupdate.grafana=true`.
      # Prometheus must load prometheus/rules too: the alerts use its recording rules. Contact points are yours to add.
      # The data source is the one of provisioning/datasources (uid training-prometheus); write the uid of yours in its place.
      """;

  private GrafanaAlerts() {}

  /** The whole file. */
  static String file() {
    List<Object> groups = new ArrayList<>();
    for (Path file : PrometheusFiles.ruleFiles()) {
      PrometheusFiles.stream(PrometheusFiles.yaml(file).path("groups"))
          .filter(group -> !group.path("rules").findValues("alert").isEmpty())
          .forEach(group -> groups.add(group(group)));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("apiVersion", 1);
    all.put("groups", groups);
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setIndent(2);
    return HEAD + new Yaml(options).dump(all);
  }

  private static Map<String, Object> group(JsonNode group) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("orgId", 1);
    all.put("name", group.path("name").asText());
    all.put("folder", "Training");
    all.put("interval", group.path("interval").asText("1m"));
    all.put(
        "rules",
        PrometheusFiles.stream(group.path("rules"))
            .filter(rule -> rule.has("alert"))
            .map(GrafanaAlerts::rule)
            .toList());
    return all;
  }

  private static Map<String, Object> rule(JsonNode rule) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("uid", rule.path("alert").asText() + uidSuffix(rule));
    all.put("title", rule.path("alert").asText() + titleSuffix(rule));
    all.put("condition", "C");
    all.put("for", rule.path("for").asText("0s"));
    if (rule.has("keep_firing_for")) {
      all.put("keepFiringFor", rule.path("keep_firing_for").asText());
    }
    // Like Prometheus: no series, no alert.
    all.put("noDataState", "OK");
    all.put("execErrState", "Error");
    all.put("labels", texts(rule.path("labels")));
    all.put("annotations", annotations(rule.path("annotations")));
    all.put("data", List.of(query(rule.path("expr").asText().strip()), exists(), fires()));
    return all;
  }

  private static String uidSuffix(JsonNode rule) {
    return isCritical(rule) ? "-critical" : "";
  }

  private static String titleSuffix(JsonNode rule) {
    return isCritical(rule) ? " (critical)" : "";
  }

  private static boolean isCritical(JsonNode rule) {
    return rule.path("labels").path("severity").asText().equals("critical");
  }

  private static Map<String, Object> query(String expr) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("refId", "A");
    model.put("expr", expr);
    model.put("instant", true);
    model.put("range", false);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("refId", "A");
    all.put("datasourceUid", SOURCE);
    all.put("relativeTimeRange", Map.of("from", LOOKS_BACK));
    all.put("model", model);
    return all;
  }

  /** 1 for each series, whatever its value: 0 and what is no number too. */
  private static Map<String, Object> exists() {
    return expression("B", "math", "expression", "is_number($A) || is_nan($A) || is_inf($A)");
  }

  private static Map<String, Object> fires() {
    Map<String, Object> all = expression("C", "threshold", "expression", "B");
    @SuppressWarnings("unchecked")
    Map<String, Object> model = (Map<String, Object>) all.get("model");
    model.put(
        "conditions",
        List.of(Map.of("evaluator", new TreeMap<>(Map.of("type", "gt", "params", List.of(0))))));
    return all;
  }

  private static Map<String, Object> expression(String ref, String type, String key, String value) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("refId", ref);
    model.put("type", type);
    model.put(key, value);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("refId", ref);
    all.put("datasourceUid", "__expr__");
    all.put("model", model);
    return all;
  }

  private static Map<String, Object> annotations(JsonNode annotations) {
    Map<String, Object> all = texts(annotations);
    all.replaceAll((key, value) -> annotation(key, value.toString()));
    all.values().removeIf(it -> QUERY.matcher(it.toString()).find());
    return all;
  }

  private static String annotation(String key, String text) {
    Matcher place = PLACE.matcher(text);
    if (key.equals("dashboard_url") && place.find()) {
      return "{{ externalURL }}" + place.group(); // it ends with a slash
    }
    return text.replace("{{ $externalURL }}", "http://localhost:9090")
        // A rule that finds nothing has no A, and Grafana expands the text all the same.
        .replaceAll("\\{\\{ \\$value ([^}]*)}}", "{{ with \\$values.A }}{{ .Value $1}}{{ end }}");
  }

  /** Grafana takes annotations and models as they stand; it would replace a $ in labels. */
  private static Map<String, Object> texts(JsonNode node) {
    Map<String, Object> all = new LinkedHashMap<>();
    node.properties().forEach(it -> all.put(it.getKey(), it.getValue().asText()));
    return all;
  }

  /** The file as Grafana reads it. */
  static JsonNode read(String file) {
    return new ObjectMapper().valueToTree(new Yaml().load(file));
  }
}

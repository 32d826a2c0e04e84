package org.trainingexporter.contract;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Grafana 10.4 to 13 fills in where a dashboard's file says nothing. */
final class GrafanaDefaults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> VALUE =
      Map.of(
          "/options/orientation", "'auto'",
          "/options/reduceOptions/calcs", "['lastNotNull']",
          "/options/reduceOptions/fields", "''",
          "/options/reduceOptions/values", "false");
  private static final Map<String, String> CURVES =
      Map.ofEntries(
          entry("/fieldConfig/defaults/custom/axisLabel", "''"),
          entry("/fieldConfig/defaults/custom/axisPlacement", "'auto'"),
          entry("/fieldConfig/defaults/custom/drawStyle", "'line'"),
          entry("/fieldConfig/defaults/custom/fillOpacity", "0"),
          entry("/fieldConfig/defaults/custom/gradientMode", "'none'"),
          entry("/fieldConfig/defaults/custom/lineInterpolation", "'linear'"),
          entry("/fieldConfig/defaults/custom/lineWidth", "1"),
          entry("/fieldConfig/defaults/custom/pointSize", "5"),
          entry("/fieldConfig/defaults/custom/scaleDistribution", "{'type': 'linear'}"),
          entry("/fieldConfig/defaults/custom/showPoints", "'auto'"),
          entry("/fieldConfig/defaults/custom/spanNulls", "false"),
          entry("/options/legend/calcs", "[]"),
          entry("/options/legend/displayMode", "'list'"),
          entry("/options/legend/placement", "'bottom'"),
          entry("/options/legend/showLegend", "true"),
          entry("/options/tooltip/mode", "'single'"),
          entry("/options/tooltip/sort", "'none'"));

  /** By type of panel. */
  private static final Map<String, List<Map<String, String>>> OF_TYPE =
      Map.of(
          "timeseries",
          List.of(CURVES),
          "trend",
          List.of(CURVES),
          "stat",
          List.of(
              VALUE,
              Map.of(
                  "/options/colorMode", "'value'",
                  "/options/graphMode", "'area'",
                  "/options/justifyMode", "'auto'",
                  "/options/textMode", "'auto'",
                  "/options/wideLayout", "true")),
          "bargauge",
          List.of(
              VALUE,
              Map.of(
                  "/options/displayMode", "'gradient'",
                  "/options/maxVizHeight", "300",
                  "/options/minVizHeight", "16",
                  "/options/minVizWidth", "8",
                  "/options/namePlacement", "'auto'",
                  "/options/showUnfilled", "true",
                  "/options/sizing", "'auto'",
                  "/options/valueMode", "'color'")),
          "table",
          List.of(
              Map.of(
                  "/options/cellHeight", "'sm'",
                  "/options/showHeader", "true",
                  "/options/sortBy", "[]",
                  "/fieldConfig/defaults/custom/align", "'auto'",
                  "/fieldConfig/defaults/custom/cellOptions", "{'type': 'auto'}",
                  "/fieldConfig/defaults/custom/filterable", "false")),
          "heatmap",
          List.of(
              Map.ofEntries(
                  entry("/options/calculate", "false"),
                  entry("/options/cellValues", "{}"),
                  entry("/options/color/exponent", "0.5"),
                  entry("/options/color/reverse", "false"),
                  entry("/options/color/steps", "64"),
                  entry("/options/exemplars/color", "'rgba(255,0,255,0.7)'"),
                  entry("/options/filterValues/le", "1e-9"),
                  entry("/options/legend/show", "true"),
                  entry("/options/tooltip/mode", "'single'"),
                  entry("/options/tooltip/showColorScale", "false"),
                  entry("/options/tooltip/yHistogram", "false"),
                  entry("/options/yAxis/axisPlacement", "'left'"),
                  entry("/fieldConfig/defaults/custom/scaleDistribution", "{'type': 'linear'}"))),
          "nodeGraph",
          List.of(
              Map.of(
                  "/options/edges", "{}",
                  "/options/layoutAlgorithm", "'layered'",
                  "/options/nodes", "{}",
                  "/options/zoomMode", "'cooperative'")),
          "row",
          List.of(Map.of("/collapsed", "false", "/panels", "[]")));

  private static final Map<String, String> PANEL =
      Map.of(
          "/fieldConfig/defaults/mappings", "[]",
          "/fieldConfig/overrides", "[]",
          "/links", "[]",
          "/repeatDirection", "'h'",
          "/transformations", "[]",
          "/transparent", "false");
  private static final Map<String, String> TARGET =
      Map.of(
          "/editorMode", "'code'",
          "/format", "'time_series'",
          "/hide", "false",
          "/instant", "false",
          "/legendFormat", "''",
          "/range", "false");
  private static final Map<String, String> TRANSFORMATION =
      Map.of(
          "/options/excludeByName", "{}",
          "/options/fields", "{}",
          "/options/indexByName", "{}",
          "/options/renameByName", "{}");
  private static final Map<String, String> VARIABLE =
      Map.ofEntries(
          entry("/current", "{}"),
          entry("/description", "''"),
          entry("/hide", "0"),
          entry("/includeAll", "false"),
          entry("/label", "''"),
          entry("/multi", "false"),
          entry("/options", "[]"),
          entry("/regex", "''"),
          entry("/skipUrlSync", "false"),
          entry("/sort", "0"));
  private static final Map<String, String> LINK =
      Map.of(
          "/asDropdown", "false",
          "/includeVars", "false",
          "/keepTime", "false",
          "/tags", "[]",
          "/targetBlank", "false",
          "/tooltip", "''",
          "/url", "''");
  private static final Map<String, String> DASHBOARD =
      Map.of(
          "/fiscalYearStartMonth", "0",
          "/liveNow", "false",
          "/weekStart", "''");

  private final List<String> found = new ArrayList<>();

  private GrafanaDefaults() {}

  /** Where the file spells out what Grafana would fill: owner and place, in the file's order. */
  static List<String> spelledOut(Dashboard dashboard) {
    GrafanaDefaults check = new GrafanaDefaults();
    JsonNode root = dashboard.json();
    check.compare(root, "the dashboard", DASHBOARD);
    root.path("links").forEach(it -> check.compare(it, it.path("title").asText(), LINK));
    dashboard.variables().forEach(it -> check.compare(it, it.path("name").asText(), VARIABLE));
    for (JsonNode it : root.path("annotations").path("list")) {
      check.compare(
          it, it.path("name").asText(), Map.of("/hide", "false", "/target/range", "false"));
    }
    for (JsonNode panel : dashboard.panels()) {
      String title = panel.path("title").asText();
      check.compare(panel, title, PANEL);
      OF_TYPE
          .getOrDefault(panel.path("type").asText(), List.of())
          .forEach(it -> check.compare(panel, title, it));
      panel.path("targets").forEach(it -> check.compare(it, title, TARGET));
      panel.path("transformations").forEach(it -> check.compare(it, title, TRANSFORMATION));
    }
    return check.found;
  }

  private void compare(JsonNode owner, String name, Map<String, String> defaults) {
    defaults.forEach(
        (place, value) -> {
          if (owner.at(place).equals(parsed(value))) {
            found.add(name + ": " + place);
          }
        });
  }

  private static JsonNode parsed(String value) {
    try {
      return JSON.readTree(value.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(value, e);
    }
  }
}

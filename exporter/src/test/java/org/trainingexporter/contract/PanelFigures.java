package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The figures that a panel shows at one time: of cards by legend, of tables by row and column. */
record PanelFigures(AsGrafana grafana, Dashboard dashboard, String run) {
  /** What a card shows, by legend, or by {@code A} where there is one number without a legend. */
  Map<String, Double> card(String title) throws IOException, InterruptedException {
    Map<String, Double> figures = new TreeMap<>();
    for (Dashboard.Query query : dashboard.queries()) {
      if (query.owner().equals(title) && isOf("stat", title, query)) {
        for (JsonNode series : answer(query)) {
          figures.put(query.legend().isEmpty() ? query.ref() : query.legend(), value(series));
        }
      }
    }
    return figures;
  }

  /**
   * A column of a table: values by the label that names the row; what is not known is NaN.
   *
   * @param column as the table's head calls it
   * @param row such as {@code layer} or {@code gpu}
   */
  Map<String, Double> column(String title, String column, String row)
      throws IOException, InterruptedException {
    String ref = ref(title, column);
    Map<String, Double> figures = new TreeMap<>();
    for (Dashboard.Query query : dashboard.queries()) {
      if (query.owner().equals(title) && query.ref().equals(ref) && isOf("table", title, query)) {
        for (JsonNode series : answer(query)) {
          figures.put(series.at("/metric/" + row).asText(), value(series));
        }
      }
    }
    return figures;
  }

  private JsonNode answer(Dashboard.Query query) throws IOException, InterruptedException {
    return grafana.ask(query, run).at("/data/result");
  }

  /** The newest, where the card has a small curve too. */
  private static double value(JsonNode series) {
    JsonNode curve = series.path("values");
    JsonNode newest = curve.isEmpty() ? series.path("value") : curve.get(curve.size() - 1);
    return Double.parseDouble(newest.path(1).asText());
  }

  /** A card and a table may have the same title. */
  private boolean isOf(String type, String title, Dashboard.Query query) {
    return dashboard.panels().stream()
        .filter(it -> it.path("type").asText().equals(type))
        .filter(it -> it.path("title").asText().equals(title))
        .flatMap(it -> PrometheusFiles.stream(it.path("targets")))
        .anyMatch(it -> it.path("expr").asText().equals(query.expr()));
  }

  private String ref(String title, String column) {
    for (JsonNode panel : dashboard.panels()) {
      for (JsonNode step : panel.path("transformations")) {
        JsonNode names = step.at("/options/renameByName");
        boolean isIt = panel.path("title").asText().equals(title);
        for (String field : (Iterable<String>) names::fieldNames) {
          if (isIt && names.path(field).asText().equals(column)) {
            return field.equals("Value") ? "A" : field.substring("Value #".length());
          }
        }
      }
    }
    throw new AssertionError(title + " has no column " + column);
  }
}

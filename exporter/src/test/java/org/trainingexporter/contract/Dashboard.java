package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of {@code grafana/dashboards}. */
public record Dashboard(Path file, String text, JsonNode json) {
  private static final Path ROOT = Path.of("..", "grafana", "dashboards");

  public static List<Dashboard> all() {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Dashboard::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dashboard read(Path file) {
    try {
      String text = Files.readString(file);
      return new Dashboard(file, text, new ObjectMapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no JSON", e);
    }
  }

  String uid() {
    return json.path("uid").asText();
  }

  /** Rows too, and what lies folded in them. */
  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      panels.add(panel);
      panel.path("panels").forEach(panels::add);
    }
    return panels;
  }

  List<JsonNode> variables() {
    return PrometheusFiles.stream(json.path("templating").path("list")).toList();
  }

  /** What is asked of Prometheus: by panels, and by annotations in their new form and their old. */
  public List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(Query.of(this, panel.path("title").asText(), target));
      }
    }
    for (JsonNode annotation : json.path("annotations").path("list")) {
      String name = annotation.path("name").asText();
      queries.add(Query.of(this, name, annotation.path("target")));
      queries.add(new Query(this, name, "old", annotation.path("expr").asText(), true, ""));
    }
    return queries;
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }

  /**
   * One query.
   *
   * @param owner the title of the panel or annotation
   * @param range whether it is asked for each step of the range, not only for its end
   */
  public record Query(
      Dashboard dashboard, String owner, String ref, String expr, boolean range, String legend) {
    private static Query of(Dashboard dashboard, String owner, JsonNode target) {
      return new Query(
          dashboard,
          owner,
          target.path("refId").asText(),
          target.path("expr").asText(),
          target.path("range").asBoolean(),
          target.path("legendFormat").asText());
    }

    @Override
    public String toString() {
      return dashboard + ", " + owner + ", " + ref;
    }
  }
}

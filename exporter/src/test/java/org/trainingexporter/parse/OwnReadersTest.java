package org.trainingexporter.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.testing.LogContent;

/**
 * Files that the writers' own libraries wrote are read as those libraries read them; both are made
 * by {@code scripts/store-fixtures.py}.
 */
final class OwnReadersTest {
  private static final Path STORES = Path.of("src/test/resources/stores");
  private static final double MILLIS = 1000;

  private static JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(STORES.resolve(file).toFile());
  }

  private static double number(JsonNode value) {
    return switch (value.asText()) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> value.asDouble();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"finished", "failed"})
  void a_file_of_wandb_is_read_as_by_wandb(String name) throws IOException {
    JsonNode said = json("wandb/" + name + ".json");
    LogContent content = LogContent.of(STORES.resolve("wandb/" + name + ".wandb"));
    List<LogContent.Row> rows = content.with("_step");
    assertEquals(said.get("history").size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      LogContent.Row row = rows.get(i);
      JsonNode item = said.get("history").get(i);
      assertEquals(item.get("_timestamp").asDouble(), row.time(), 1e-6);
      Map<String, Double> expected = new HashMap<>();
      item.properties().forEach(f -> expected.put(f.getKey(), number(f.getValue())));
      assertEquals(expected, row.values());
    }
    assertEquals(said.get("name").asText(), content.runName);
    assertTrue(content.ended);
    assertEquals(said.get("exit_code").asInt() != 0, content.endsEarly);
    assertEquals(said.at("/config/batch_size").asText(), content.settings.get("batch_size"));
    assertEquals(said.at("/config/optim/name").asText(), content.settings.get("optim.name"));
    assertEquals(said.at("/config/late").asText(), content.settings.get("late"));
    assertEquals("***", content.settings.get("api_key"));
    assertEquals(Map.of(), content.rejected);
  }

  @Test
  void a_store_of_mlflow_is_read_as_by_its_client() throws IOException {
    JsonNode said = json("mlflow/runs.json");
    int runs = 0;
    for (Path meta : metas()) {
      LogContent content = LogContent.of(meta);
      JsonNode run = said.get(meta.getParent().getFileName().toString());
      if (run == null) {
        assertEquals(List.of(), content.rows); // an experiment, or a deleted run
        continue;
      }
      runs++;
      run.get("metrics").fieldNames().forEachRemaining(m -> assertMetric(run, m, content));
      Map<String, String> settings = new HashMap<>();
      run.get("settings").properties().forEach(f -> settings.put(f.getKey(), text(f)));
      assertEquals(settings, content.settings);
      assertEquals(run.get("name").asText(), content.runName);
      assertEquals(run.get("start").asDouble() / MILLIS, content.rows.get(0).time());
      assertEquals(
          run.get("end").asDouble() / MILLIS, content.rows.get(content.rows.size() - 1).time());
      assertTrue(content.ended);
      assertEquals(!run.get("status").asText().equals("FINISHED"), content.endsEarly);
    }
    assertEquals(said.size(), runs);
  }

  private static String text(Map.Entry<String, JsonNode> field) {
    return field.getValue().asText();
  }

  private static List<Path> metas() throws IOException {
    try (Stream<Path> files = Files.walk(STORES.resolve("mlflow/mlruns"))) {
      return files.filter(f -> f.endsWith("meta.yaml")).sorted().toList();
    }
  }

  private static void assertMetric(JsonNode run, String metric, LogContent content) {
    List<String> expected = new ArrayList<>();
    for (JsonNode row : run.get("metrics").get(metric)) {
      expected.add(row.get(2).asLong() + " " + number(row.get(1)));
    }
    List<String> found = new ArrayList<>();
    for (LogContent.Row row : content.with(metric)) {
      found.add(row.values().get("step").longValue() + " " + row.values().get(metric));
    }
    assertEquals(expected, found);
  }

  @Test
  void a_directory_of_dvclive_is_read_as_by_dvclive() throws IOException {
    JsonNode said = json("dvclive/run.json");
    LogContent content = LogContent.of(STORES.resolve("dvclive/run/metrics.json"));
    said.get("tables")
        .properties()
        .forEach(
            table -> {
              List<String> expected = new ArrayList<>();
              String name = table.getKey();
              String column = name.substring(name.lastIndexOf('/') + 1);
              for (JsonNode row : table.getValue()) {
                expected.add(row.get("step").asLong() + " " + row.get(column).asDouble());
              }
              List<String> found = new ArrayList<>();
              for (LogContent.Row row : content.with(name)) {
                found.add(row.values().get("step").longValue() + " " + row.values().get(name));
              }
              assertEquals(expected, found);
            });
    List<LogContent.Row> epochs = content.with("epoch");
    assertFalse(epochs.isEmpty());
    assertEquals(
        said.at("/summary/epoch").asDouble(), epochs.get(epochs.size() - 1).values().get("epoch"));
  }
}

package org.trainingexporter.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.page.Chromium.Screen;

/** The section of layers on the page of an exporter, of runs that the PyTorch hook has logged. */
final class LayersSection implements AutoCloseable {
  private static final Path LOGS = Path.of("src/test/resources/golden/custom/pytorch-layers/input");

  private final Visits visits;
  private final RunningExporter exporter;

  private LayersSection(Visits visits, RunningExporter exporter) {
    this.visits = visits;
    this.exporter = exporter;
  }

  /** Copies the logs of the hook to a new run. */
  static void write(Path run) throws IOException {
    Files.createDirectories(run);
    for (String log : List.of("layers.jsonl", "train.jsonl")) {
      Files.copy(LOGS.resolve(log), run.resolve(log));
    }
  }

  /** What the hook has logged of layers, from the first record to the newest. */
  static List<JsonNode> records() throws IOException {
    return LogReading.of(LOGS.resolve("layers.jsonl")).records().stream()
        .filter(record -> record.has("layers"))
        .toList();
  }

  /**
   * What the hook logged last, logged once more at a later step with this norm of fc1's weights.
   */
  static void appendTo(Path run, int step, double norm) throws IOException {
    ObjectNode record = records().get(4).deepCopy();
    record.put("step", step);
    record.put("timestamp", record.get("timestamp").doubleValue() + step - 100);
    record.withObject("/layers/fc1/weight").put("norm", norm);
    Files.writeString(run.resolve("layers.jsonl"), record + "\n", StandardOpenOption.APPEND);
  }

  static List<JsonNode> training() throws IOException {
    return LogReading.of(LOGS.resolve("train.jsonl")).records();
  }

  /** Watches a directory until all of these runs are there. */
  static LayersSection of(Visits visits, Path root, String... runs) throws Exception {
    RunningExporter exporter =
        RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeThat(
        scrape ->
            Stream.of(runs).allMatch(run -> scrape.contains("training_step{run=\"" + run + "\"")));
    return new LayersSection(visits, exporter);
  }

  Visit open(String query) {
    return open(query, Screen.DESKTOP);
  }

  Visit open(String query, Screen screen) {
    Visit visit = visits.open(exporter.url() + query, screen);
    assertThat(visit.at("#layers")).isVisible();
    return visit;
  }

  /** Opens the page of a run that has no such section. */
  Visit openWithout(String query) {
    return visits.open(exporter.url() + query);
  }

  static Locator panel(Visit visit, String id) {
    return visit.at("[data-panel=" + id + "]");
  }

  @Override
  public void close() {
    exporter.close();
  }
}

package org.trainingexporter.parse.metricfiles.dvclive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.parse.metricfiles.MetricStore;
import org.trainingexporter.parse.metricfiles.RowForm;
import org.trainingexporter.parse.metricfiles.RunFacts;
import org.trainingexporter.parse.metricfiles.step.StepSource;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.tail.FileState;

/** One directory of DVCLive. Its settings stand in files that are read beside any log. */
final class DvcliveStore implements MetricStore {
  private static final String OF_MACHINE = "system/";
  private static final String SUFFIX = ".tsv";

  private final Path file;
  private final DvcliveSummary summary;

  /**
   * @param file the directory's {@code metrics.json}
   */
  DvcliveStore(Path file, FileState.Probe probe, RecordReader reader) {
    this.file = file;
    this.summary = new DvcliveSummary(file, probe, reader);
  }

  /** Where the tables of a directory are, by its {@code metrics.json}. */
  static Path metrics(Path file) {
    return file.toAbsolutePath().resolveSibling("plots").resolve("metrics");
  }

  @Override
  public Path metrics() {
    return metrics(file);
  }

  @Override
  public Optional<String> metric(Path below) {
    String name = below.toString().replace('\\', '/');
    return name.endsWith(SUFFIX)
        ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
        : Optional.empty();
  }

  @Override
  public RowForm form(String metric) {
    return new DvcliveRows(!metric.startsWith(OF_MACHINE));
  }

  @Override
  public boolean checkForChanges() throws IOException {
    boolean hasSummary = summary.checkForChanges();
    return hasSummary || Files.isDirectory(metrics());
  }

  @Override
  public RunFacts facts() {
    return RunFacts.NONE;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public List<StepSource> others(Set<String> metrics) {
    summary.leaveOut(metrics);
    return List.of(summary);
  }
}

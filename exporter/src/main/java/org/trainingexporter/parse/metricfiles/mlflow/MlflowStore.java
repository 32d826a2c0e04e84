package org.trainingexporter.parse.metricfiles.mlflow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.parse.metricfiles.MetricStore;
import org.trainingexporter.parse.metricfiles.RowForm;
import org.trainingexporter.parse.metricfiles.RunFacts;
import org.trainingexporter.parse.setting.SettingsFile;
import org.trainingexporter.tail.FileState;

/** The directory of one MLflow run. A run that is deleted is not there. One thread. */
final class MlflowStore implements MetricStore {
  private static final String OF_MACHINE = "system/";

  private final Path meta;
  private final FileState.Probe probe;
  private final MlflowSettings settings;
  private FileState seen;
  private RunMeta newest = RunMeta.NONE;

  /**
   * @param meta the run's {@code meta.yaml}
   */
  MlflowStore(Path meta, FileState.Probe probe) {
    this.meta = meta;
    this.probe = probe;
    this.settings = new MlflowSettings(meta.toAbsolutePath().getParent(), probe);
  }

  /** Where the metrics of a run are, by its {@code meta.yaml}. */
  static Path metrics(Path meta) {
    return meta.toAbsolutePath().resolveSibling("metrics");
  }

  @Override
  public Path metrics() {
    return metrics(meta);
  }

  @Override
  public Optional<String> metric(Path below) {
    return Optional.of(below.toString().replace('\\', '/'));
  }

  @Override
  public RowForm form(String metric) {
    return new MlflowRows(!metric.startsWith(OF_MACHINE));
  }

  @Override
  public boolean checkForChanges() throws IOException {
    FileState state;
    try {
      state = probe.of(meta);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!state.equals(seen)) {
      Map<String, String> texts = SettingsFile.read(meta);
      newest = RunMeta.isWhole(texts) ? RunMeta.of(texts) : newest;
      seen = state;
    }
    settings.refresh(probe.nanos());
    return !newest.isDeleted();
  }

  @Override
  public RunFacts facts() {
    return newest.facts(settings.runName());
  }

  @Override
  public Map<String, String> settings() {
    return settings.texts();
  }
}

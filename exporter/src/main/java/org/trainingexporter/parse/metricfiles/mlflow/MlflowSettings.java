package org.trainingexporter.parse.metricfiles.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.setting.SettingCollector;
import org.trainingexporter.parse.metricfiles.MetricTree;
import org.trainingexporter.parse.number.TextNumbers;
import org.trainingexporter.tail.FileState;

/**
 * A run's parameters, and the tags that its user has set, as settings: one file each, whose path is
 * the name. One thread.
 */
final class MlflowSettings {
  /** Nanoseconds between two checks of the files, since parameters do not change. */
  private static final long EVERY = 5_000_000_000L;

  private static final int MOST_BYTES = 4_096;

  /** Tags that MLflow sets itself begin so. */
  private static final String OWN = "mlflow.";

  private static final String RUN_NAME = "mlflow.runName";

  private record SeenText(FileState state, String text) {}

  private final FileState.Probe probe;
  private final Path params;
  private final Path tags;
  private final MetricTree paramFiles;
  private final MetricTree tagFiles;
  private final Map<Path, SeenText> seen = new HashMap<>();
  private boolean isChecked;
  private long checked;
  private Map<String, String> texts = Map.of();
  private String runName = "";

  MlflowSettings(Path run, FileState.Probe probe) {
    this.probe = probe;
    this.params = run.resolve("params");
    this.tags = run.resolve("tags");
    this.paramFiles = new MetricTree(params);
    this.tagFiles = new MetricTree(tags);
  }

  /**
   * Reads what has changed.
   *
   * @param nanos of the monotonic clock
   */
  void refresh(long nanos) throws IOException {
    if (isChecked && nanos - checked < EVERY) {
      return;
    }
    isChecked = true;
    checked = nanos;
    SettingCollector all = new SettingCollector();
    for (Path file : firstOf(paramFiles.files(nanos))) {
      add(name(params, file), text(file), all);
    }
    for (Path file : firstOf(tagFiles.files(nanos))) {
      String name = name(tags, file);
      if (name.equals(RUN_NAME)) {
        runName = text(file).strip();
      } else if (!name.startsWith(OWN) && !all.texts().containsKey(name)) {
        add(name, text(file), all);
      }
    }
    texts = Map.copyOf(all.texts());
  }

  private static List<Path> firstOf(List<Path> files) {
    return files.subList(0, Math.min(files.size(), SettingCollector.MOST));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void add(String name, String text, SettingCollector to) {
    to.add(name, text, Double.isNaN(TextNumbers.number(text)));
  }

  /** The beginning of the file; empty where it is gone or cannot be read. */
  private String text(Path file) {
    try {
      FileState state = probe.of(file);
      SeenText before = seen.get(file);
      if (before != null && before.state.equals(state)) {
        return before.text;
      }
      try (InputStream in = Files.newInputStream(file)) {
        String text = new String(in.readNBytes(MOST_BYTES), UTF_8);
        seen.put(file, new SeenText(state, text));
        return text;
      }
    } catch (IOException e) {
      seen.remove(file);
      return "";
    }
  }

  Map<String, String> texts() {
    return texts;
  }

  /** The run's name as a tag, or empty. */
  String runName() {
    return runName;
  }
}

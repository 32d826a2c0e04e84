package org.trainingexporter.run.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.event.setting.SettingCollector;
import org.trainingexporter.run.position.SettingPlan;

/**
 * The settings that a run's records hold, and those of the files beside its logs. Of a name that
 * both have the records' counts. One thread.
 */
public final class RunSettings {
  private final Map<String, String> logged = new LinkedHashMap<>();
  private Map<String, String> beside = Map.of();
  private String runName = "";

  /** Adds those of a record; the newest of a name counts. */
  public void add(Map<String, String> ofRecord) {
    ofRecord.forEach(
        (name, text) -> {
          if (logged.size() < SettingCollector.MOST || logged.containsKey(name)) {
            logged.put(name, text);
          }
        });
  }

  /** Replaces those of the files. */
  public void setBeside(Map<String, String> ofFiles) {
    beside = Map.copyOf(ofFiles);
  }

  /** Sets the name that the run's writer gave it. */
  public void setRunName(String name) {
    runName = name;
  }

  /** The name that the run's writer gave it, or empty. */
  public String runName() {
    return runName;
  }

  /** All of them by name, at most 200. */
  public Map<String, String> snapshot() {
    Map<String, String> all = new TreeMap<>(logged);
    new TreeMap<>(beside)
        .forEach(
            (name, text) -> {
              if (all.size() < SettingCollector.MOST) {
                all.putIfAbsent(name, text);
              }
            });
    return all;
  }

  /** What they say of the run's schedule. */
  public SettingPlan plan() {
    return PlanReader.read(snapshot());
  }
}

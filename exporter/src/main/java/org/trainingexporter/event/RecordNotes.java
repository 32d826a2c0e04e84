package org.trainingexporter.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a record says in words: its errors, its run's end, names and settings. */
abstract class RecordNotes extends RecordNumbers {
  private boolean ended;
  private EarlyEnd earlyEnd;
  private String errorType;
  private String errorMessage;
  private String modelName;
  private String runName;
  private Map<String, String> settings = Map.of();

  final void clearNotes() {
    ended = false;
    earlyEnd = null;
    errorType = null;
    errorMessage = null;
    modelName = null;
    runName = null;
    settings = Map.of();
  }

  /** The record says that the run is over. */
  public void setEnded() {
    ended = true;
  }

  final boolean isSaidToEnd() {
    return ended;
  }

  /** The record says that the run is over without having been finished. */
  public void setEarlyEnd(EarlyEnd how) {
    ended = true;
    earlyEnd = how;
  }

  /** Null where it does not say so. */
  public EarlyEnd earlyEnd() {
    return earlyEnd;
  }

  public void setError(String type) {
    errorType = type;
  }

  public String errorType() {
    return errorType;
  }

  public void setErrorMessage(String message) {
    errorMessage = message;
  }

  public String errorMessage() {
    return errorMessage;
  }

  public void setModelName(String name) {
    modelName = name;
  }

  /** Null where it is not told. */
  public String modelName() {
    return modelName;
  }

  /** The run's own name, as its writer shows it. */
  public void setRunName(String name) {
    runName = name;
  }

  /** Null where it is not told. */
  public String runName() {
    return runName;
  }

  /** It holds these settings of the run, by name. */
  public void addSettings(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(more);
    settings = all;
  }

  /** Settings of the run, by name; mostly none. */
  public Map<String, String> settings() {
    return settings;
  }
}

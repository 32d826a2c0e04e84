package org.trainingexporter.trainer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.trainer.settings.SettingsException;
import org.trainingexporter.trainer.settings.TrainingSettings;

/** The body of a start request: the settings of one training, or a list of them. */
final class StartRequest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_RUNS = 10;

  private StartRequest() {}

  /**
   * Reads the settings.
   *
   * @throws SettingsException that names the value that is out of bounds
   */
  static List<TrainingSettings> read(byte[] body) throws SettingsException {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw new SettingsException("settings", "this", "JSON");
    }
    List<TrainingSettings> all = new ArrayList<>();
    for (JsonNode one : json.isArray() ? json : JSON.createArrayNode().add(json)) {
      all.add(TrainingSettings.read(one));
    }
    if (all.isEmpty() || all.size() > MAX_RUNS) {
      throw new SettingsException("settings", all.size() + " runs", "1 to " + MAX_RUNS + " runs");
    }
    return all;
  }
}

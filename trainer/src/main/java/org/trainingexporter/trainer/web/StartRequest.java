package org.trainingexporter.trainer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.trainer.training.SettingsException;
import org.trainingexporter.trainer.training.TrainingSettings;

/** What a page asks to be trained: one training's settings, or a list of them. */
final class StartRequest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_RUNS = 10;

  private StartRequest() {}

  /** The settings, each within its bounds; the message names the one that is not. */
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
    if (all.isEmpty() || all.size() > MOST_RUNS) {
      throw new SettingsException("settings", all.size() + " runs", "1 to " + MOST_RUNS + " runs");
    }
    return all;
  }
}

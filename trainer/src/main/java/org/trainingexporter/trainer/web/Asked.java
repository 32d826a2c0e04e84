package org.trainingexporter.trainer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.trainer.training.Settings;
import org.trainingexporter.trainer.training.SettingsException;

/** What a page asks to be trained: one training's settings, or a list of them. */
final class Asked {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_RUNS = 10;

  /** With gradients and Adam's two moments, 160 MB. */
  private static final long MOST_WEIGHTS = 10_000_000;

  private Asked() {}

  /** The settings, each within its bounds; the message names the one that is not. */
  static List<Settings> read(byte[] body) throws SettingsException {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw new SettingsException("settings", "this", "JSON");
    }
    List<Settings> all = new ArrayList<>();
    for (JsonNode one : json.isArray() ? json : JSON.createArrayNode().add(json)) {
      Settings settings = Settings.read(one);
      weigh(settings.hidden());
      all.add(settings);
    }
    if (all.isEmpty() || all.size() > MOST_RUNS) {
      throw new SettingsException("settings", all.size() + " runs", "1 to " + MOST_RUNS + " runs");
    }
    return all;
  }

  /** The bounds of number and width of layers alone would let a model fill the machine. */
  private static void weigh(List<Integer> hidden) throws SettingsException {
    long weights = 0;
    for (int i = 1; i < hidden.size(); i++) {
      weights += (long) hidden.get(i - 1) * hidden.get(i);
    }
    if (weights > MOST_WEIGHTS) {
      String expected = "a network of at most " + MOST_WEIGHTS + " weights between these layers";
      throw new SettingsException("hidden", hidden, expected);
    }
  }
}

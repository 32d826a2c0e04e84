package org.trainingexporter.trainer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.training.Decisions;
import org.trainingexporter.trainer.training.Progress;
import org.trainingexporter.trainer.training.Settings;
import org.trainingexporter.trainer.training.SettingsException;

/** What the trainer's page asks for, as JSON. */
final class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_RUNS = 10;

  private final Sessions sessions;
  private final String exporter;

  Answers(Sessions sessions, String exporter) {
    this.sessions = sessions;
    this.exporter = exporter;
  }

  /** Reads one training's settings, or a list of them. */
  static List<Settings> settings(byte[] body) throws SettingsException {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw new SettingsException("settings", "this", "JSON");
    }
    List<Settings> all = new ArrayList<>();
    for (JsonNode one : json.isArray() ? json : JSON.createArrayNode().add(json)) {
      all.add(Settings.read(one));
    }
    if (all.isEmpty() || all.size() > MOST_RUNS) {
      throw new SettingsException("settings", all.size() + " runs", "1 to " + MOST_RUNS + " runs");
    }
    return all;
  }

  String status() {
    ObjectNode status = JSON.createObjectNode().put("exporter", exporter);
    status.put("busy", sessions.busy()).put("waiting", sessions.waiting());
    Sessions.Session session = sessions.current();
    if (session != null) {
      Progress progress = session.training().progress();
      status.put("run", session.run());
      status.put("state", progress.state().name().toLowerCase(Locale.ROOT));
      status.put("step", progress.step()).put("steps", progress.steps());
      status.put("epoch", progress.epoch()).put("finite", progress.finite());
      put(status, "loss", progress.loss());
      put(status, "validation_loss", progress.validationLoss());
      put(status, "validation_accuracy", progress.validationAccuracy());
    }
    return status.toString();
  }

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    }
  }

  /** The grid of decisions, and the points that were learnt from. */
  String decisions() {
    ObjectNode answer = JSON.createObjectNode();
    Sessions.Session session = sessions.current();
    if (session != null && session.training().decisions().points() != null) {
      Decisions decisions = session.training().decisions();
      Examples points = decisions.points();
      answer.put("side", Decisions.SIDE).put("reach", Decisions.REACH);
      answer.put("classes", decisions.classes());
      ArrayNode places = answer.putArray("points");
      for (int i = 0; i < points.size(); i++) {
        places
            .addArray()
            .add(points.features()[2 * i])
            .add(points.features()[2 * i + 1])
            .add(points.labels()[i]);
      }
    }
    return answer.toString();
  }
}

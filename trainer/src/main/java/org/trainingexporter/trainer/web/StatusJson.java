package org.trainingexporter.trainer.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.training.DecisionRegions;
import org.trainingexporter.trainer.training.EpochLosses;
import org.trainingexporter.trainer.training.TrainingProgress;

/** Writes the replies to the trainer's page as JSON. */
final class StatusJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sessions sessions;
  private final URI exporter;

  StatusJson(Sessions sessions, URI exporter) {
    this.sessions = sessions;
    this.exporter = exporter;
  }

  /** The requested trainings in the order in which they train, and whether one runs. */
  String status() {
    ObjectNode status = JSON.createObjectNode().put("exporter", exporter.toString());
    status.put("busy", sessions.busy()).put("stopping", sessions.stopping());
    ArrayNode runs = status.putArray("runs");
    sessions.all().forEach(session -> write(session, runs.addObject()));
    return status.toString();
  }

  private static void write(Session session, ObjectNode json) {
    json.put("run", session.run()).put("click", session.click());
    json.put("state", session.state().name().toLowerCase(Locale.ROOT));
    json.put("problem", session.problem());
    json.put("seconds", session.age().toMillis() / 1e3);
    json.set("settings", JSON.valueToTree(SettingsView.of(session.settings())));
    session.progress().ifPresent(progress -> write(progress, json));
  }

  private static void write(TrainingProgress progress, ObjectNode json) {
    json.put("step", progress.step()).put("steps", progress.steps());
    json.put("epoch", progress.epoch()).put("finite", progress.finite());
    put(json, "loss", progress.loss());
    put(json, "validation_loss", progress.validationLoss());
    put(json, "validation_accuracy", progress.validationAccuracy());
  }

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    }
  }

  /**
   * Of the current training: its losses, its decision regions, and the points that it trains on.
   */
  String decisions() {
    ObjectNode answer = JSON.createObjectNode();
    Session session = sessions.current();
    if (session != null) {
      answer.put("run", session.run());
      write(session.losses(), answer.putArray("losses"));
      session.regions().ifPresent(regions -> write(regions, answer));
    }
    return answer.toString();
  }

  private static void write(List<EpochLosses.EpochLoss> losses, ArrayNode array) {
    for (EpochLosses.EpochLoss one : losses) {
      if (Double.isFinite(one.training()) && Double.isFinite(one.validation())) {
        array.addArray().add(one.epoch()).add(one.training()).add(one.validation());
      }
    }
  }

  private static void write(DecisionRegions regions, ObjectNode answer) {
    Examples points = regions.points();
    if (points == null) {
      return;
    }
    answer.put("side", DecisionRegions.SIDE).put("reach", DecisionRegions.REACH);
    answer.put("classes", regions.classes());
    ArrayNode array = answer.putArray("points");
    for (int i = 0; i < points.size(); i++) {
      float x = points.features()[2 * i];
      float y = points.features()[2 * i + 1];
      array.addArray().add(x).add(y).add(points.labels()[i]);
    }
  }
}

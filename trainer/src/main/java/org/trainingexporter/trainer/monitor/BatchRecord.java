package org.trainingexporter.trainer.monitor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;

/**
 * The record of a training batch.
 *
 * @param step counts from 1
 * @param epoch counts from 1
 * @param accuracy 0 to 1; NaN if the labels are no classes
 * @param learningRate NaN if it is not known
 * @param gradientNorm global norm, before clipping
 */
public record BatchRecord(
    long step,
    int epoch,
    double loss,
    double accuracy,
    double learningRate,
    double gradientNorm,
    Instant time) {

  /** Whether loss and gradients are finite. */
  public boolean finite() {
    return Double.isFinite(loss) && Double.isFinite(gradientNorm);
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeNumberField("epoch", epoch);
    json.writeNumberField("step", step);
    json.writeNumberField("loss", loss);
    if (!Double.isNaN(accuracy)) {
      json.writeNumberField("accuracy", accuracy);
    }
    json.writeNumberField("grad_norm", gradientNorm);
    if (!Double.isNaN(learningRate)) {
      json.writeNumberField("learning_rate", learningRate);
    }
    JsonLog.time(json, time);
  }

  static BatchRecord read(JsonNode json) {
    return new BatchRecord(
        json.path("step").asLong(),
        json.path("epoch").asInt(),
        json.path("loss").asDouble(Double.NaN),
        json.path("accuracy").asDouble(Double.NaN),
        json.path("learning_rate").asDouble(Double.NaN),
        json.path("grad_norm").asDouble(Double.NaN),
        Instant.ofEpochSecond(
            0, json.path("timestamp").decimalValue().movePointRight(9).longValue()));
  }
}

package org.trainingexporter.demo.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalDouble;

/** A line of training_log.jsonl. A step that only accumulates gradients has no gradient norm. */
public record TrainingStep(
    int epoch,
    int step,
    double loss,
    double auxiliaryLoss,
    OptionalDouble gradientNorm,
    double learningRate,
    double stepsPerSecond,
    double etaSeconds,
    long micros)
    implements JsonLine {

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeNumberField("epoch", epoch);
    json.writeNumberField("step", step);
    json.writeNumberField("loss", loss);
    json.writeNumberField("aux_loss", auxiliaryLoss);
    if (gradientNorm.isPresent()) {
      json.writeNumberField("grad_norm", gradientNorm.getAsDouble());
    } else {
      json.writeNullField("grad_norm");
    }
    json.writeNumberField("learning_rate", learningRate);
    json.writeNumberField("steps_per_sec", stepsPerSecond);
    json.writeNumberField("eta_seconds", etaSeconds);
    JsonLine.writeTimestamp(json, micros);
  }
}

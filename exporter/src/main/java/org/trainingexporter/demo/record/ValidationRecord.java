package org.trainingexporter.demo.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A line of eval_log.jsonl. Step 0 is the baseline before the training. */
public record ValidationRecord(int step, double loss, long micros) implements JsonLine {
  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeNumberField("step", step);
    json.writeNumberField("eval_loss", loss);
    json.writeNumberField("eval_perplexity", StrictMath.exp(loss));
    JsonLine.writeTimestamp(json, micros);
    if (step == 0) {
      json.writeStringField("note", "baseline_before_training");
    }
  }
}

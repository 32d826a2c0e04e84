package org.trainingexporter.demo.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.IntStream;

/** A line of expert_usage_log.jsonl: how many tokens each expert of each layer got. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ExpertUsageRecord(int step, long micros, int[][] counts) implements JsonLine {
  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    json.writeNumberField("step", step);
    JsonLine.writeTimestamp(json, micros);
    json.writeObjectFieldStart("expert_usage");
    for (int layer = 0; layer < counts.length; layer++) {
      json.writeObjectFieldStart("layer_" + layer);
      writeLayer(json, counts[layer]);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeLayer(JsonGenerator json, int[] counts) throws IOException {
    int total = IntStream.of(counts).sum();
    json.writeObjectFieldStart("expert_counts");
    for (int expert = 0; expert < counts.length; expert++) {
      json.writeNumberField("expert_" + expert, counts[expert]);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("expert_percentages");
    for (int expert = 0; expert < counts.length; expert++) {
      double percentage = Math.round(10_000.0 * counts[expert] / total) / 100.0;
      json.writeNumberField("expert_" + expert, percentage);
    }
    json.writeEndObject();
    json.writeNumberField("total_tokens", total);
  }
}

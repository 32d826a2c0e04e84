package org.trainingexporter.demo.story;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.trainingexporter.demo.record.JsonLine;

/** A line of error_log.jsonl. */
public record ErrorRecord(Incident incident, int epoch, int step, long micros) implements JsonLine {
  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    JsonLine.writeTimestamp(json, micros);
    json.writeStringField(
        "datetime", DATETIME.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));
    json.writeStringField("error_type", incident.type());
    json.writeStringField("error_message", incident.message());
    json.writeNumberField("step", step);
    json.writeNumberField("epoch", epoch);
    json.writeStringField("traceback", incident.traceback());
  }
}

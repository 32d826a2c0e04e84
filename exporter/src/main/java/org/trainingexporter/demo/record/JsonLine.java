package org.trainingexporter.demo.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** A record that knows how it looks as one line of a log. */
public interface JsonLine {
  void writeTo(JsonGenerator json) throws IOException;

  /** Writes the time as Python's {@code time.time()} prints it, in seconds and never with an E. */
  static void writeTimestamp(JsonGenerator json, long micros) throws IOException {
    json.writeFieldName("timestamp");
    json.writeNumber(BigDecimal.valueOf(micros, 6));
  }
}

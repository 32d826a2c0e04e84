package org.trainingexporter.demo.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** A record that can be written as a line of a log. */
public interface JsonLine {
  /** Writes the fields, without the braces. */
  void writeTo(JsonGenerator json) throws IOException;

  /** Writes a time in seconds as Python's {@code time.time()} prints it, without an exponent. */
  static void writeTimestamp(JsonGenerator json, long micros) throws IOException {
    json.writeFieldName("timestamp");
    json.writeNumber(BigDecimal.valueOf(micros, 6));
  }
}

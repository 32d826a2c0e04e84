package org.trainingexporter.check.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Numbers as short as they are exact; what is not finite becomes a text such as {@code "NaN"}. */
final class JsonNumbers {
  private static final double EXACT = 1L << 53;

  private JsonNumbers() {}

  static void write(JsonGenerator json, double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}

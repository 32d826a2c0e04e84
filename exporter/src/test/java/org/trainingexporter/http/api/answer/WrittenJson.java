package org.trainingexporter.http.api.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A part of an answer as the text that a client gets. */
public final class WrittenJson {
  private WrittenJson() {}

  public static String of(JsonWriter.JsonPart part) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(out, true)) {
      part.write(json);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}

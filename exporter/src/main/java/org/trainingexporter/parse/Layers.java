package org.trainingexporter.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.trainingexporter.event.LogRecord;

/**
 * {@code "layers":{"fc1":{…}}} and {@code "model":{"layers":[{…}]}}: they tell the record's kind. A
 * setting such as {@code "layers":[64,64]} is neither.
 */
final class Layers implements Section {
  @Override
  public boolean begins(String path) {
    return path.equals("layers") || path.equals("model.layers");
  }

  @Override
  public String read(JsonParser p, LogRecord into) throws IOException {
    boolean statistics = p.currentToken() == JsonToken.START_OBJECT;
    boolean model = !statistics && p.nextToken() == JsonToken.START_OBJECT;
    if (statistics || model) {
      into.setLayers();
    }
    p.skipChildren();
    while (!statistics && p.currentToken() != JsonToken.END_ARRAY) {
      p.nextToken();
      p.skipChildren();
    }
    return null;
  }
}

package org.trainingexporter.parse.section.layer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.parse.number.TokenNumbers;
import org.trainingexporter.parse.section.RejectionSink;

/** Reads one layer of a model record; a wrong value is left out of it. */
final class ModelLayerReader {
  private static final int MOST_INPUTS = 100;

  private final RejectionSink rejections;
  private String name = "";
  private String kind = "";
  private String shape = "";
  private double parameters = Double.NaN;
  private final Set<String> inputs = new LinkedHashSet<>();

  ModelLayerReader(RejectionSink rejections) {
    this.rejections = rejections;
  }

  /** Reads to the layer's end; null where it has no name. */
  ModelLayer read(JsonParser p) throws IOException {
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String key = p.currentName();
      JsonToken token = p.nextToken();
      switch (key) {
        case "name" -> name = text(p, key);
        case "kind" -> kind = text(p, key);
        case "shape" -> shape = token == JsonToken.START_ARRAY ? sizes(p) : text(p, key);
        case "parameters" -> readParameters(p);
        case "inputs" -> readInputs(p);
        default -> p.skipChildren();
      }
    }
    if (name.isEmpty()) {
      rejections.reject(Rejection.WRONG_SHAPE, "name", "a layer without a name");
      return null;
    }
    return new ModelLayer(name, kind, shape, parameters, List.copyOf(inputs));
  }

  private String text(JsonParser p, String key) throws IOException {
    if (p.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!p.currentToken().isScalarValue()) {
      reject(Rejection.WRONG_SHAPE, key, "a text was expected");
      p.skipChildren();
      return "";
    }
    String text = p.getText();
    return key.equals("name") ? text : shorten(text);
  }

  private String sizes(JsonParser p) throws IOException {
    List<String> sizes = new ArrayList<>();
    while (p.nextToken() != JsonToken.END_ARRAY) {
      if (p.currentToken().isScalarValue() && sizes.size() < 20) {
        sizes.add(p.currentToken() == JsonToken.VALUE_NULL ? "?" : p.getText());
      }
      p.skipChildren();
    }
    return shorten(String.join("×", sizes));
  }

  private void readParameters(JsonParser p) throws IOException {
    double value = TokenNumbers.read(p);
    if (value >= 0 && value <= 1L << 53) {
      parameters = value;
    } else if (p.currentToken() != JsonToken.VALUE_NULL) {
      reject(Rejection.OUT_OF_RANGE, "parameters", "a number of parameters was expected");
      p.skipChildren();
    }
  }

  private void readInputs(JsonParser p) throws IOException {
    if (p.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (p.currentToken() != JsonToken.START_ARRAY) {
      reject(Rejection.WRONG_SHAPE, "inputs", "a list of names was expected");
      p.skipChildren();
      return;
    }
    while (p.nextToken() != JsonToken.END_ARRAY) {
      boolean text = p.currentToken() == JsonToken.VALUE_STRING;
      if (!text || LayerNames.wrong(p.getText()) != null || inputs.size() == MOST_INPUTS) {
        reject(Rejection.WRONG_SHAPE, "inputs", "at most " + MOST_INPUTS + " names were expected");
        p.skipChildren();
      } else {
        inputs.add(p.getText());
      }
    }
  }

  private void reject(Rejection reason, String key, String wrong) {
    RejectionSink ofLayer =
        name.isEmpty() ? rejections : rejections.below(LayerNames.shorten(name));
    ofLayer.reject(reason, key, wrong);
  }

  private static String shorten(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100);
  }
}

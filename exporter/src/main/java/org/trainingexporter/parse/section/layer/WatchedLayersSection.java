package org.trainingexporter.parse.section.layer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.section.RejectionSink;
import org.trainingexporter.parse.section.Section;

/**
 * {@code "gradients/fc1.weight":{"_type":"histogram","bins":[…],"values":[…]}}, and the same under
 * {@code parameters/}, as W&B's {@code watch} logs them. Each parameter counts as a layer.
 */
public final class WatchedLayersSection implements Section {
  private static final String GRADIENTS = "gradients/";
  private static final String PARAMETERS = "parameters/";

  @Override
  public boolean begins(String path) {
    return path.startsWith(GRADIENTS) || path.startsWith(PARAMETERS);
  }

  @Override
  public KeyRole role() {
    return KeyRole.LAYERS;
  }

  @Override
  public String read(JsonParser p, String path, LogRecord into, RejectionSink rejections)
      throws IOException {
    if (p.currentToken() != JsonToken.START_OBJECT) {
      return "a histogram of bins and values was expected";
    }
    String layer = path.substring(path.indexOf('/') + 1);
    String wrong = LayerNames.wrong(layer);
    if (wrong != null) {
      return wrong;
    }
    LayerReadings readings = into.setLayers();
    if (readings.size() >= 2 * LayerReadings.MOST_LAYERS) {
      return "only the first " + LayerReadings.MOST_LAYERS + " layers of a record are read";
    }
    Tensor tensor = path.startsWith(GRADIENTS) ? Tensor.GRADIENT : Tensor.WEIGHT;
    new HistogramReader(readings.add(layer, tensor), rejections.below(path)).readEdges(p);
    return null;
  }
}

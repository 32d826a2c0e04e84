package org.trainingexporter.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.LayerReadings;
import org.trainingexporter.event.LayerReadings.ModelLayer;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Signal;
import org.trainingexporter.event.Tensor;

/** A run's model and its layers; a layer that is told no more keeps what it was told last. */
final class LayerStates {
  private final Map<String, LayerState> layers = new LinkedHashMap<>();
  private final LayerWarnings warnings;
  private LayersSnapshot.Model model = LayersSnapshot.Model.NONE;
  private boolean touched;

  /** Layers of the newest record that had no room. */
  private final Set<String> dropped = new HashSet<>();

  /** Null when something has changed since. */
  private LayersSnapshot snapshot = LayersSnapshot.NONE;

  LayerStates(Warnings warnings) {
    this.warnings = new LayerWarnings(warnings);
  }

  /** What a record says of layers. */
  void take(LogRecord r, Moment at) {
    LayerReadings readings = r.layers();
    begin();
    if (!readings.model().isEmpty()) {
      describe(readings.model(), r.modelName());
    }
    for (int i = 0; i < readings.size(); i++) {
      LayerState layer = layer(readings.get(i).layer());
      if (layer != null) {
        layer.take(readings.get(i), at);
      }
    }
  }

  /** A norm that stands under a key of its own. */
  void norm(Field field, double value, Moment at) {
    begin();
    LayerState layer = layer(field.layer);
    if (layer != null) {
      boolean gradient = field.signal == Signal.LAYER_GRADIENT_NORM;
      layer.take(gradient ? Tensor.GRADIENT : Tensor.WEIGHT, value, at);
    }
  }

  private void begin() {
    if (!touched) {
      touched = true;
      dropped.clear();
    }
    snapshot = null;
  }

  /** The record is over. */
  void end(Moment at) {
    if (touched) {
      touched = false;
      warnings.judge(layers.values(), at);
    }
  }

  /** Null where there is no room for another layer. */
  private LayerState layer(String name) {
    LayerState known = layers.get(name);
    if (known == null && layers.size() < LayerReadings.MOST_LAYERS) {
      known = new LayerState(name);
      layers.put(name, known);
    }
    if (known == null) {
      dropped.add(name);
    }
    return known;
  }

  private void describe(List<ModelLayer> told, String name) {
    layers.values().forEach(layer -> layer.describe(null));
    for (ModelLayer layer : told) {
      LayerState state = layer(layer.name());
      if (state != null) {
        state.describe(layer);
      }
    }
    model = new ModelGraph(told).draw(name == null ? "" : name);
  }

  /** Null where none was logged. */
  LayersSnapshot.Histogram histogram(String name, Tensor tensor) {
    LayerState layer = layers.get(name);
    return layer == null ? null : layer.histogram(tensor);
  }

  void rewind(double to) {
    layers.values().forEach(layer -> layer.rewind(to));
  }

  void restart() {
    snapshot = null;
    layers.values().removeIf(layer -> !layer.isInModel());
    layers.values().forEach(LayerState::restart);
  }

  LayersSnapshot snapshot() {
    if (snapshot == null) {
      List<LayersSnapshot.Layer> all = layers.values().stream().map(LayerState::snapshot).toList();
      snapshot = new LayersSnapshot(model, all, dropped.size());
    }
    return snapshot;
  }
}

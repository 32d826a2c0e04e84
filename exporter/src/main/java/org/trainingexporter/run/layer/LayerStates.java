package org.trainingexporter.run.layer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.warning.WarningLog;

/** A run's model and its layers; a layer that is no longer logged keeps its newest values. */
public final class LayerStates {
  private final Map<String, LayerState> layers = new LinkedHashMap<>();
  private final LayerWarningDetector warnings;
  private LayersSnapshot.ModelDiagram model = LayersSnapshot.ModelDiagram.NONE;
  private boolean touched;

  /** Layers of the newest record that had no room. */
  private final Set<String> dropped = new HashSet<>();

  /** Null when something changed since it was made. */
  private LayersSnapshot snapshot = LayersSnapshot.NONE;

  public LayerStates(WarningLog warnings) {
    this.warnings = new LayerWarningDetector(warnings);
  }

  /** Applies the layers of a record. */
  public void update(LogRecord r, RecordPosition at) {
    LayerReadings readings = r.layers();
    begin();
    if (!readings.model().isEmpty()) {
      describe(readings.model(), r.modelName());
    }
    for (int i = 0; i < readings.size(); i++) {
      LayerState layer = layer(readings.get(i).layer());
      if (layer != null) {
        layer.update(readings.get(i), at);
      }
    }
  }

  /** Applies a norm that has a key of its own. */
  public void norm(Field field, double value, RecordPosition at) {
    begin();
    LayerState layer = layer(field.layer);
    if (layer != null) {
      boolean gradient = field.signal == Signal.LAYER_GRADIENT_NORM;
      layer.update(gradient ? Tensor.GRADIENT : Tensor.WEIGHT, value, at);
    }
  }

  private void begin() {
    if (!touched) {
      touched = true;
      dropped.clear();
    }
    snapshot = null;
  }

  /** Ends the record: judges the layers that it has. */
  public void end(RecordPosition at) {
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

  private void describe(List<ModelLayer> logged, String name) {
    layers.values().forEach(layer -> layer.describe(null));
    for (ModelLayer layer : logged) {
      LayerState state = layer(layer.name());
      if (state != null) {
        state.describe(layer);
      }
    }
    model = new ModelGraph(logged).draw(name == null ? "" : name);
  }

  /** Null where none was logged. */
  public LayersSnapshot.BinnedHistogram histogram(String name, Tensor tensor) {
    LayerState layer = layers.get(name);
    return layer == null ? null : layer.histogram(tensor);
  }

  public void rewind(double to) {
    layers.values().forEach(layer -> layer.rewind(to));
  }

  public void restart() {
    snapshot = null;
    layers.values().removeIf(layer -> !layer.isInModel());
    layers.values().forEach(LayerState::restart);
  }

  public LayersSnapshot snapshot() {
    if (snapshot == null) {
      List<LayersSnapshot.LayerSnapshot> all =
          layers.values().stream().map(LayerState::snapshot).toList();
      snapshot = new LayersSnapshot(model, all, dropped.size());
    }
    return snapshot;
  }
}

package org.trainingexporter.event.layer;

import java.util.ArrayList;
import java.util.List;

/** What one record says of a model's layers; it keeps the room that its largest record took. */
public final class LayerReadings {
  /** Layers of one record, and of one run: past these a log that invents names costs no memory. */
  public static final int MOST_LAYERS = 1_000;

  private final List<TensorReading> readings = new ArrayList<>();
  private int size;
  private boolean nonFinite;
  private List<ModelLayer> model = List.of();

  /**
   * A layer of a model.
   *
   * @param kind such as {@code Linear}; empty where it is not logged
   * @param parameters how many, or NaN
   * @param inputs names of the layers, or of what else, that it reads; free of cycles
   */
  public record ModelLayer(
      String name, String kind, String shape, double parameters, List<String> inputs) {}

  public void clear() {
    size = 0;
    nonFinite = false;
    model = List.of();
  }

  /** Begins what the record says of that tensor. */
  public TensorReading add(String layer, Tensor tensor) {
    if (size == readings.size()) {
      readings.add(new TensorReading());
    }
    TensorReading reading = readings.get(size++);
    reading.begin(layer, tensor);
    return reading;
  }

  /** A statistic of the record is no finite number. */
  public void setNonFinite() {
    nonFinite = true;
  }

  public boolean isNonFinite() {
    return nonFinite;
  }

  public int size() {
    return size;
  }

  public TensorReading get(int i) {
    return readings.get(i);
  }

  public void setModel(List<ModelLayer> layers) {
    model = List.copyOf(layers);
  }

  /** The layers of the model that the record tells; empty where it tells none. */
  public List<ModelLayer> model() {
    return model;
  }
}

package org.trainingexporter.plots;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.LayerReadings;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Signal;
import org.trainingexporter.event.Tensor;
import org.trainingexporter.event.TensorReading;
import org.trainingexporter.plots.LayerHistory.Frame;
import org.trainingexporter.run.Figures;
import org.trainingexporter.run.LayersSnapshot.Histogram;
import org.trainingexporter.run.RunState;
import org.trainingexporter.watch.RunListener;

/**
 * Keeps what records say of some layers while they are applied: norms as they are logged, and
 * histograms as the state has them. Of the current attempt alone: another one is another model.
 */
final class LayerRecorder implements RunListener, Turns.Listener {
  private static final Tensor[] TENSORS = Tensor.values();

  private final Map<String, Integer> layers = new LinkedHashMap<>();
  private final LayerCurves curves;
  private final Map<Tensor, Frames[]> frames = new EnumMap<>(Tensor.class);
  private final Epochs epochs = new Epochs();
  private final Turns turns = new Turns();
  private Figures figures;
  private LogRecord record;

  LayerRecorder(Collection<String> names) {
    names.forEach(name -> layers.putIfAbsent(name, layers.size()));
    this.curves = new LayerCurves(layers.size());
    for (Tensor tensor : TENSORS) {
      frames.put(tensor, Stream.generate(Frames::new).limit(layers.size()).toArray(Frames[]::new));
    }
  }

  Set<String> layers() {
    return layers.keySet();
  }

  @Override
  public void after(LogRecord applied, RunState state) {
    record = applied;
    figures = state.figures();
    turns.look(figures, applied.kind() == Kind.TRAIN, this);
    epochs.take(applied, figures);
    if (!Double.isNaN(figures.place())) {
      norms();
      if (applied.layers() != null) {
        readings(applied.layers());
      }
    }
  }

  /** Norms that stand under a key of their own. */
  private void norms() {
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      Integer layer = field.signal.isOfLayer() ? layers.get(field.layer) : null;
      if (layer != null) {
        boolean gradient = field.signal == Signal.LAYER_GRADIENT_NORM;
        LayerCurve curve = gradient ? LayerCurve.GRADIENT_NORM : LayerCurve.WEIGHT_NORM;
        curves.at(figures.place(), record.time()).raise(layer, curve, record.value(i));
      }
    }
  }

  private void readings(LayerReadings readings) {
    for (int i = 0; i < readings.size(); i++) {
      TensorReading reading = readings.get(i);
      Integer layer = layers.get(reading.layer());
      if (layer != null) {
        read(layer, reading);
      }
    }
  }

  private void read(int layer, TensorReading reading) {
    LayerCurves.Point point = curves.at(figures.place(), record.time());
    for (LayerCurve curve : LayerCurve.values()) {
      if (curve.tensor == reading.tensor()) {
        point.raise(layer, curve, reading.value(curve.statistic));
      }
    }
    Histogram histogram = figures.histogram(reading.layer(), reading.tensor());
    if (reading.bins() > 0 && histogram != null) {
      Frames to = frames.get(reading.tensor())[layer];
      to.add(new Frame(figures.place(), record.time(), histogram));
    }
  }

  @Override
  public void begunAnew() {
    curves.clear();
    frames.values().forEach(all -> Stream.of(all).forEach(Frames::clear));
    epochs.clear();
  }

  @Override
  public void respelled(Signal signal) {
    epochs.forget(signal);
  }

  @Override
  public void restarted() {
    begunAnew();
  }

  @Override
  public void rewound() {
    double to = figures.place();
    curves.rewind(to);
    frames.values().forEach(all -> Stream.of(all).forEach(one -> one.rewind(to)));
    epochs.rewind(record.value(Signal.EPOCH));
  }

  /** What is asked for; layers that are not kept are left out. */
  LayerHistory history(LayerQuery query) {
    List<String> shown = query.layers().stream().filter(layers::containsKey).toList();
    Map<LayerCurve, List<List<Double>>> all = new EnumMap<>(LayerCurve.class);
    for (LayerCurve curve : LayerCurve.values()) {
      all.put(curve, shown.stream().map(name -> curves.values(layers.get(name), curve)).toList());
    }
    Integer layer = layers.get(query.layer());
    Tensor tensor = Tensor.of(query.tensor());
    List<Frame> told =
        layer == null || tensor == null ? List.of() : frames.get(tensor)[layer].all();
    return new LayerHistory(
        shown,
        curves.each(),
        curves.positions(),
        curves.times(),
        all,
        told,
        figures == null ? List.of() : epochs.all(figures));
  }
}

package org.trainingexporter.plots.layer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.RunView;
import org.trainingexporter.run.layer.LayersSnapshot;
import org.trainingexporter.run.position.Move;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.watch.RunListener;

/**
 * Keeps what records say of some layers while they are applied: norms as they are logged, and
 * histograms as the state has them. Of the current attempt alone, since another one has a new
 * model.
 */
public final class LayerRecorder implements RunListener {
  private static final Tensor[] TENSORS = Tensor.values();

  private final Map<String, Integer> layers = new LinkedHashMap<>();
  private final LayerCurves curves;
  private final Map<Tensor, HistogramFilm[]> frames = new EnumMap<>(Tensor.class);
  private final EpochMeans epochs = new EpochMeans();
  private LogRecord record;
  private RecordPosition at;

  /** Null until the first record. */
  private RunView run;

  public LayerRecorder(Collection<String> names) {
    names.forEach(name -> layers.putIfAbsent(name, layers.size()));
    this.curves = new LayerCurves(layers.size());
    for (Tensor tensor : TENSORS) {
      frames.put(
          tensor,
          Stream.generate(HistogramFilm::new).limit(layers.size()).toArray(HistogramFilm[]::new));
    }
  }

  public Set<String> layers() {
    return layers.keySet();
  }

  @Override
  public void after(LogRecord newest, Applied applied, RunState state) {
    record = newest;
    at = applied.at();
    run = state.view();
    drop(applied);
    epochs.add(record, run);
    if (Unknown.isKnown(at.position())) {
      norms();
      if (record.layers() != null) {
        readings(record.layers());
      }
    }
  }

  /** Drops what the record has made void. */
  private void drop(Applied applied) {
    if (applied.recounted() || applied.move() == Move.RESTART) {
      clear();
    }
    applied.realiased().forEach(epochs::drop);
    if (applied.move() == Move.REWIND) {
      curves.rewind(at.position());
      frames.values().forEach(all -> Stream.of(all).forEach(one -> one.rewind(at.position())));
      epochs.rewind(record.value(Signal.EPOCH));
    }
  }

  private void clear() {
    curves.clear();
    frames.values().forEach(all -> Stream.of(all).forEach(HistogramFilm::clear));
    epochs.clear();
  }

  /** Norms that have a key of their own. */
  private void norms() {
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      Integer layer = field.signal.isOfLayer() ? layers.get(field.layer) : null;
      if (layer != null) {
        boolean gradient = field.signal == Signal.LAYER_GRADIENT_NORM;
        LayerCurve curve = gradient ? LayerCurve.GRADIENT_NORM : LayerCurve.WEIGHT_NORM;
        curves.at(at.position(), at.time()).raise(layer, curve, record.value(i));
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
    LayerCurves.Point point = curves.at(at.position(), at.time());
    for (LayerCurve curve : LayerCurve.values()) {
      if (curve.tensor == reading.tensor()) {
        point.raise(layer, curve, reading.value(curve.statistic));
      }
    }
    LayersSnapshot.BinnedHistogram histogram = run.histogram(reading.layer(), reading.tensor());
    if (reading.bins() > 0 && histogram != null) {
      HistogramFilm to = frames.get(reading.tensor())[layer];
      to.add(new LayerHistory.HistogramFrame(at.position(), at.time(), histogram));
    }
  }

  /** What is asked for; layers that are not kept are left out. */
  public LayerHistory history(LayerHistoryRequest query) {
    List<String> shown = query.layers().stream().filter(layers::containsKey).toList();
    Map<LayerCurve, List<List<Double>>> all = new EnumMap<>(LayerCurve.class);
    for (LayerCurve curve : LayerCurve.values()) {
      all.put(curve, shown.stream().map(name -> curves.values(layers.get(name), curve)).toList());
    }
    Integer layer = layers.get(query.layer());
    Tensor tensor = Tensor.of(query.tensor());
    List<LayerHistory.HistogramFrame> told =
        layer == null || tensor == null ? List.of() : frames.get(tensor)[layer].all();
    return new LayerHistory(
        shown,
        curves.recordsPerPoint(),
        curves.positions(),
        curves.times(),
        all,
        told,
        run == null ? List.of() : epochs.all(run));
  }
}

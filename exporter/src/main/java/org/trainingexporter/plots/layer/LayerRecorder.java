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
 * Records the history of some layers while a run's records are applied: statistics as logged, and
 * histograms as the state has them. Only the current attempt is kept, since a restart trains
 * another model.
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

  /** The layers that are recorded. */
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
      recordNorms();
      if (record.layers() != null) {
        recordReadings(record.layers());
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

  /** Records norms that are logged under a key of their own. */
  private void recordNorms() {
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

  private void recordReadings(LayerReadings readings) {
    for (int i = 0; i < readings.size(); i++) {
      TensorReading reading = readings.get(i);
      Integer layer = layers.get(reading.layer());
      if (layer != null) {
        recordReading(layer, reading);
      }
    }
  }

  private void recordReading(int layer, TensorReading reading) {
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

  /** The history that is requested, without the layers that are not recorded. */
  public LayerHistory history(LayerHistoryRequest request) {
    List<String> names = request.layers().stream().filter(layers::containsKey).toList();
    Map<LayerCurve, List<List<Double>>> all = new EnumMap<>(LayerCurve.class);
    for (LayerCurve curve : LayerCurve.values()) {
      all.put(curve, names.stream().map(name -> curves.values(layers.get(name), curve)).toList());
    }
    Integer layer = layers.get(request.layer());
    Tensor tensor = Tensor.of(request.tensor());
    List<LayerHistory.HistogramFrame> shownFrames =
        layer == null || tensor == null ? List.of() : frames.get(tensor)[layer].all();
    return new LayerHistory(
        names,
        curves.recordsPerPoint(),
        curves.positions(),
        curves.times(),
        all,
        shownFrames,
        run == null ? List.of() : epochs.all(run));
  }
}

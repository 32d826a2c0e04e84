package org.trainingexporter.plots.layer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.plots.curve.RecordEffects;
import org.trainingexporter.run.RunMetricsView;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.layer.LayersSnapshot;
import org.trainingexporter.watch.RunListener;

/**
 * Records the history of some layers while a run's records are applied: statistics as logged, and
 * histograms as the state has them. Only the current attempt is kept, since a restart trains
 * another model.
 */
public final class LayerRecorder implements RunListener, RecordEffects.Listener {
  private static final Tensor[] TENSORS = Tensor.values();

  private final Map<String, Integer> layers = new LinkedHashMap<>();
  private final LayerCurves curves;
  private final Map<Tensor, HistogramFilm[]> frames = new EnumMap<>(Tensor.class);
  private final EpochMeans epochs = new EpochMeans();
  private final RecordEffects turns = new RecordEffects();
  private RunMetricsView figures;
  private LogRecord record;

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
  public void after(LogRecord applied, RunState state) {
    record = applied;
    figures = state.figures();
    turns.detect(figures, applied.kind() == RecordKind.TRAIN, this);
    epochs.add(applied, figures);
    if (!Double.isNaN(figures.place())) {
      recordNorms();
      if (applied.layers() != null) {
        recordReadings(applied.layers());
      }
    }
  }

  /** Records norms that are logged under a key of their own. */
  private void recordNorms() {
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
    LayerCurves.Point point = curves.at(figures.place(), record.time());
    for (LayerCurve curve : LayerCurve.values()) {
      if (curve.tensor == reading.tensor()) {
        point.raise(layer, curve, reading.value(curve.statistic));
      }
    }
    LayersSnapshot.BinnedHistogram histogram = figures.histogram(reading.layer(), reading.tensor());
    if (reading.bins() > 0 && histogram != null) {
      HistogramFilm film = frames.get(reading.tensor())[layer];
      film.add(new LayerHistory.HistogramFrame(figures.place(), record.time(), histogram));
    }
  }

  @Override
  public void begunAnew() {
    curves.clear();
    frames.values().forEach(all -> Stream.of(all).forEach(HistogramFilm::clear));
    epochs.clear();
  }

  @Override
  public void respelled(Signal signal) {
    epochs.drop(signal);
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
        figures == null ? List.of() : epochs.all(figures));
  }
}

package org.trainingexporter.run.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.SortedWindow;

/** The newest that is known of one layer. */
public final class LayerState {
  private static final int WINDOW = 50;
  private static final ModelLayer UNDESCRIBED = new ModelLayer("", "", "", Double.NaN, List.of());

  public final String name;
  private final LayersSnapshot.LayerStatistics[] tensors =
      new LayersSnapshot.LayerStatistics[Tensor.values().length];

  /** Gradient norms of records before the newest. */
  private final SortedWindow norms = new SortedWindow(WINDOW);

  /** What the model says of it; null when it has no such layer. */
  private ModelLayer described;

  private double norm = Double.NaN;
  private double zeroUnits = Double.NaN;
  private long touched;

  LayerState(String name) {
    this.name = name;
    restart();
  }

  /** What a model record says of it; null when the model has it no more. */
  void describe(ModelLayer layer) {
    described = layer;
  }

  boolean isInModel() {
    return described != null;
  }

  /** A record begins to tell of the layer, or goes on to. */
  private void touch(RecordPosition at) {
    if (touched != at.number()) {
      touched = at.number();
      norm = Double.NaN;
      zeroUnits = Double.NaN;
    }
  }

  void update(TensorReading r, RecordPosition at) {
    LayersSnapshot.LayerStatistics old = tensors[r.tensor().ordinal()];
    LayersSnapshot.BinnedHistogram initial = old.initial();
    LayersSnapshot.BinnedHistogram latest = old.latest();
    if (r.bins() > 0) {
      latest = initial == null ? HistogramRebinner.first(r) : HistogramRebinner.like(initial, r);
      initial = initial == null ? latest : initial;
    }
    keep(r.tensor(), r::value, initial, latest, at);
  }

  /** A norm alone, as some writers log it. */
  void update(Tensor tensor, double value, RecordPosition at) {
    LayersSnapshot.LayerStatistics old = tensors[tensor.ordinal()];
    ToDoubleFunction<Statistic> told = it -> it == Statistic.NORM ? value : Double.NaN;
    keep(tensor, told, old.initial(), old.latest(), at);
  }

  private void keep(
      Tensor tensor,
      ToDoubleFunction<Statistic> told,
      LayersSnapshot.BinnedHistogram initial,
      LayersSnapshot.BinnedHistogram latest,
      RecordPosition at) {
    touch(at);
    LayersSnapshot.LayerStatistics old = tensors[tensor.ordinal()];
    tensors[tensor.ordinal()] =
        new LayersSnapshot.LayerStatistics(
            at.position(),
            finite(told.applyAsDouble(Statistic.MEAN), old.mean()),
            finite(told.applyAsDouble(Statistic.STD), old.deviation()),
            finite(told.applyAsDouble(Statistic.MIN), old.min()),
            finite(told.applyAsDouble(Statistic.MAX), old.max()),
            finite(told.applyAsDouble(Statistic.NORM), old.norm()),
            finite(told.applyAsDouble(Statistic.NEAR_ZERO), old.nearZero()),
            finite(told.applyAsDouble(Statistic.ZERO_UNITS), old.zeroUnits()),
            initial,
            latest);
    if (tensor == Tensor.GRADIENT) {
      norm = told.applyAsDouble(Statistic.NORM);
    } else if (tensor == Tensor.ACTIVATION) {
      zeroUnits = told.applyAsDouble(Statistic.ZERO_UNITS);
    }
  }

  private static double finite(double value, double old) {
    return Double.isFinite(value) ? value : old;
  }

  /** The newest histogram; null before the first. */
  LayersSnapshot.BinnedHistogram histogram(Tensor tensor) {
    return tensors[tensor.ordinal()].latest();
  }

  public boolean isTouched(RecordPosition at) {
    return touched == at.number();
  }

  /** The gradient norm of the newest record, as logged; NaN where it has none. */
  public double gradientNorm() {
    return norm;
  }

  /** The share of dead units in the newest record; NaN where it has none. */
  public double zeroUnits() {
    return zeroUnits;
  }

  /** The gradient norms before the newest; what is done with the newest joins them to these. */
  public SortedWindow normsBefore() {
    return norms;
  }

  void rewind(double to) {
    norms.rewind(to);
  }

  /** The attempt begins anew: only what the model says stays. */
  void restart() {
    Arrays.fill(tensors, LayersSnapshot.LayerStatistics.NONE);
    norms.clear();
    norm = Double.NaN;
    zeroUnits = Double.NaN;
  }

  LayersSnapshot.LayerSnapshot snapshot() {
    ModelLayer known = described == null ? UNDESCRIBED : described;
    return new LayersSnapshot.LayerSnapshot(
        name,
        known.kind(),
        known.shape(),
        known.parameters(),
        known.inputs(),
        tensors[Tensor.WEIGHT.ordinal()],
        tensors[Tensor.GRADIENT.ordinal()],
        tensors[Tensor.ACTIVATION.ordinal()]);
  }
}

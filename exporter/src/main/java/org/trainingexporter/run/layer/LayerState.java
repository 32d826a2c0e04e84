package org.trainingexporter.run.layer;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.ifFinite;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.SortedWindow;

/** One layer: its newest statistics, and what the model says of it. */
public final class LayerState {
  private static final int WINDOW = 50;
  private static final ModelLayer UNDESCRIBED = new ModelLayer("", "", "", UNKNOWN, List.of());

  public final String name;
  private final LayersSnapshot.LayerStatistics[] tensors =
      new LayersSnapshot.LayerStatistics[Tensor.values().length];

  /** Gradient norms of records before the newest. */
  private final SortedWindow norms = new SortedWindow(WINDOW);

  /** What the model says of it; null when it has no such layer. */
  private ModelLayer described;

  private double norm = UNKNOWN;
  private double zeroUnits = UNKNOWN;
  private long touched;

  LayerState(String name) {
    this.name = name;
    restart();
  }

  /** Sets what a model record says of it; null when the model no longer has it. */
  void describe(ModelLayer layer) {
    described = layer;
  }

  boolean isInModel() {
    return described != null;
  }

  /** Notes that a record has the layer. */
  private void touch(RecordPosition at) {
    if (touched != at.number()) {
      touched = at.number();
      norm = UNKNOWN;
      zeroUnits = UNKNOWN;
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
    ToDoubleFunction<Statistic> logged = it -> it == Statistic.NORM ? value : UNKNOWN;
    keep(tensor, logged, old.initial(), old.latest(), at);
  }

  private void keep(
      Tensor tensor,
      ToDoubleFunction<Statistic> logged,
      LayersSnapshot.BinnedHistogram initial,
      LayersSnapshot.BinnedHistogram latest,
      RecordPosition at) {
    touch(at);
    LayersSnapshot.LayerStatistics old = tensors[tensor.ordinal()];
    tensors[tensor.ordinal()] =
        new LayersSnapshot.LayerStatistics(
            at.position(),
            finite(logged.applyAsDouble(Statistic.MEAN), old.mean()),
            finite(logged.applyAsDouble(Statistic.STD), old.stddev()),
            finite(logged.applyAsDouble(Statistic.MIN), old.min()),
            finite(logged.applyAsDouble(Statistic.MAX), old.max()),
            finite(logged.applyAsDouble(Statistic.NORM), old.norm()),
            finite(logged.applyAsDouble(Statistic.NEAR_ZERO), old.nearZero()),
            finite(logged.applyAsDouble(Statistic.ZERO_UNITS), old.zeroUnits()),
            initial,
            latest);
    if (tensor == Tensor.GRADIENT) {
      norm = logged.applyAsDouble(Statistic.NORM);
    } else if (tensor == Tensor.ACTIVATION) {
      zeroUnits = logged.applyAsDouble(Statistic.ZERO_UNITS);
    }
  }

  private static double finite(double value, double old) {
    return firstKnown(ifFinite(value), old);
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

  /** The gradient norms before the newest one; whoever judges the newest adds it. */
  public SortedWindow normsBefore() {
    return norms;
  }

  void rewind(double to) {
    norms.rewind(to);
  }

  /** A new attempt begins: only what the model says stays. */
  void restart() {
    Arrays.fill(tensors, LayersSnapshot.LayerStatistics.NONE);
    norms.clear();
    norm = UNKNOWN;
    zeroUnits = UNKNOWN;
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

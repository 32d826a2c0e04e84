package org.trainingexporter.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.LayerReadings.ModelLayer;
import org.trainingexporter.event.Statistic;
import org.trainingexporter.event.Tensor;
import org.trainingexporter.event.TensorReading;
import org.trainingexporter.run.LayersSnapshot.Histogram;
import org.trainingexporter.run.LayersSnapshot.Statistics;

/** The newest that is known of one layer. */
final class LayerState {
  private static final int WINDOW = 50;
  private static final ModelLayer UNDESCRIBED = new ModelLayer("", "", "", Double.NaN, List.of());

  final String name;
  private final Statistics[] tensors = new Statistics[Tensor.values().length];

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
  private void touch(Moment at) {
    if (touched != at.number()) {
      touched = at.number();
      norm = Double.NaN;
      zeroUnits = Double.NaN;
    }
  }

  void take(TensorReading r, Moment at) {
    Statistics old = tensors[r.tensor().ordinal()];
    Histogram initial = old.initial();
    Histogram latest = old.latest();
    if (r.bins() > 0) {
      latest = initial == null ? Rebinning.first(r) : Rebinning.like(initial, r);
      initial = initial == null ? latest : initial;
    }
    keep(r.tensor(), r::value, initial, latest, at);
  }

  /** A norm alone, as some writers log it. */
  void take(Tensor tensor, double value, Moment at) {
    Statistics old = tensors[tensor.ordinal()];
    ToDoubleFunction<Statistic> told = it -> it == Statistic.NORM ? value : Double.NaN;
    keep(tensor, told, old.initial(), old.latest(), at);
  }

  private void keep(
      Tensor tensor,
      ToDoubleFunction<Statistic> told,
      Histogram initial,
      Histogram latest,
      Moment at) {
    touch(at);
    Statistics old = tensors[tensor.ordinal()];
    tensors[tensor.ordinal()] =
        new Statistics(
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
  Histogram histogram(Tensor tensor) {
    return tensors[tensor.ordinal()].latest();
  }

  boolean isTouched(Moment at) {
    return touched == at.number();
  }

  /** The gradient norm of the newest record, as logged; NaN where it has none. */
  double gradientNorm() {
    return norm;
  }

  /** The share of dead units in the newest record; NaN where it has none. */
  double zeroUnits() {
    return zeroUnits;
  }

  /** The gradient norms before the newest; what is done with the newest joins them to these. */
  SortedWindow normsBefore() {
    return norms;
  }

  void rewind(double to) {
    norms.rewind(to);
  }

  /** The attempt begins anew: only what the model says stays. */
  void restart() {
    Arrays.fill(tensors, Statistics.NONE);
    norms.clear();
    norm = Double.NaN;
    zeroUnits = Double.NaN;
  }

  LayersSnapshot.Layer snapshot() {
    ModelLayer known = described == null ? UNDESCRIBED : described;
    return new LayersSnapshot.Layer(
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

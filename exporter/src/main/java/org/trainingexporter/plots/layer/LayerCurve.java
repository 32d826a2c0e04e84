package org.trainingexporter.plots.layer;

import java.util.Locale;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;

/** The statistics of a layer that are shown as curves. */
public enum LayerCurve {
  GRADIENT_NORM(Tensor.GRADIENT, Statistic.NORM),
  WEIGHT_NORM(Tensor.WEIGHT, Statistic.NORM),
  ZERO_UNITS(Tensor.ACTIVATION, Statistic.ZERO_UNITS);

  static final int COUNT = values().length;

  final Tensor tensor;
  final Statistic statistic;

  /** The name in the API. */
  public final String label = name().toLowerCase(Locale.ROOT);

  LayerCurve(Tensor tensor, Statistic statistic) {
    this.tensor = tensor;
    this.statistic = statistic;
  }
}

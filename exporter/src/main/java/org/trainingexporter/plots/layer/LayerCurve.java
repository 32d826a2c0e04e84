package org.trainingexporter.plots.layer;

import java.util.Locale;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.Tensor;

/** What is followed of each layer over the steps of a run. */
public enum LayerCurve {
  GRADIENT_NORM(Tensor.GRADIENT, Statistic.NORM),
  WEIGHT_NORM(Tensor.WEIGHT, Statistic.NORM),
  ZERO_UNITS(Tensor.ACTIVATION, Statistic.ZERO_UNITS);

  static final int COUNT = values().length;

  final Tensor tensor;
  final Statistic statistic;

  /** Its name in an answer. */
  public final String label = name().toLowerCase(Locale.ROOT);

  LayerCurve(Tensor tensor, Statistic statistic) {
    this.tensor = tensor;
    this.statistic = statistic;
  }
}

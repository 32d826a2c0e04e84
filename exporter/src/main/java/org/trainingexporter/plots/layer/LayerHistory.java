package org.trainingexporter.plots.layer;

import java.util.List;
import java.util.Map;
import org.trainingexporter.run.layer.LayersSnapshot;

/**
 * How a run's layers came to be what they are; NaN is unknown.
 *
 * @param layers whose curves are here
 * @param each how many records a point of the curves stands for: its largest values are kept
 * @param positions of the points: steps, or epochs where the run counts none
 * @param times of the points, in seconds since 1970
 * @param curves by what they show: for each layer a value a point
 * @param frames histograms of the tensor asked for, in the order of their positions
 */
public record LayerHistory(
    List<String> layers,
    int each,
    List<Double> positions,
    List<Double> times,
    Map<LayerCurve, List<List<Double>>> curves,
    List<HistogramFrame> frames,
    List<Epoch> epochs) {

  /** A tensor's histogram as it once was; all of a tensor's are on the same bins. */
  public record HistogramFrame(
      double position, double time, LayersSnapshot.BinnedHistogram histogram) {}

  /** Means of what was trained in an epoch, and its newest evaluation; accuracies from 0 to 1. */
  public record Epoch(
      double epoch,
      double loss,
      double validationLoss,
      double accuracy,
      double validationAccuracy) {}
}

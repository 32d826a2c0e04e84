package org.trainingexporter.plots.layer;

import java.util.List;
import java.util.Map;
import org.trainingexporter.run.layer.LayersSnapshot;

/**
 * How a run's layers changed over the current attempt. Unknown numbers are NaN.
 *
 * @param layers the layers that have curves
 * @param recordsPerPoint how many records a point covers; it has the largest value of them
 * @param positions the points' positions: steps, or epochs if the run counts no steps
 * @param times the points' times, in seconds since 1970
 * @param curves for each statistic, for each layer, a value for each point
 * @param frames histograms of the requested tensor, by position
 * @param epochs the run's epochs, in order
 */
public record LayerHistory(
    List<String> layers,
    int recordsPerPoint,
    List<Double> positions,
    List<Double> times,
    Map<LayerCurve, List<List<Double>>> curves,
    List<HistogramFrame> frames,
    List<Epoch> epochs) {

  /** A tensor's histogram at one position. All frames of a tensor have the same bins. */
  public record HistogramFrame(
      double position, double time, LayersSnapshot.BinnedHistogram histogram) {}

  /** Mean training loss and accuracy of an epoch, and its newest validation; accuracies 0 to 1. */
  public record Epoch(
      double epoch,
      double loss,
      double validationLoss,
      double accuracy,
      double validationAccuracy) {}
}

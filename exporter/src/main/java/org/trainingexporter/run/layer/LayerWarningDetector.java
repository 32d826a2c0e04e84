package org.trainingexporter.run.layer;

import static org.trainingexporter.event.Unknown.isKnown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.warning.WarningKind;
import org.trainingexporter.run.warning.WarningLog;
import org.trainingexporter.run.window.SortedWindow;

/**
 * Finds trouble in the layers of a record: a gradient norm above 10 times the median of the layer's
 * own last 50, once 20 are known, or above 1,000; a mean norm in the first quarter of the layers
 * under 1e-6, or under 1e-4 of that in the last quarter; a share of dead units above 0.1.
 */
public final class LayerWarningDetector {
  private static final double EXPLODES = 1_000;
  private static final double EXPLODES_OVER_MEDIAN = 10;
  private static final int ENOUGH = 20;
  private static final double VANISHES = 1e-6;
  private static final double VANISHES_OVER_LAST = 1e-4;
  private static final double DEAD = 0.1;

  private final WarningLog warnings;
  private final List<LayerState> graded = new ArrayList<>();

  public LayerWarningDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /**
   * Judges the layers that a record has.
   *
   * @param layers of the run, from the first to the last
   */
  public void judge(Collection<LayerState> layers, RecordPosition at) {
    graded.clear();
    LayerState deadest = null;
    boolean activated = false;
    for (LayerState layer : layers) {
      if (!layer.isTouched(at)) {
        continue;
      }
      if (isKnown(layer.gradientNorm())) {
        graded.add(layer);
      }
      activated |= isKnown(layer.zeroUnits());
      if (layer.zeroUnits() > (deadest == null ? DEAD : deadest.zeroUnits())) {
        deadest = layer;
      }
    }
    if (deadest != null) {
      dead(deadest, at);
    } else if (activated) {
      warnings.clear(WarningKind.DEAD);
    }
    if (!graded.isEmpty()) {
      explode(at);
      vanish(at);
    }
  }

  private void dead(LayerState layer, RecordPosition at) {
    warnings.show(
        WarningKind.DEAD,
        at,
        () ->
            String.format(
                Locale.ROOT,
                "dead units: %.3g of layer %s were 0 for a whole batch",
                layer.zeroUnits(),
                layer.name));
  }

  private void explode(RecordPosition at) {
    LayerState exploding = null;
    for (LayerState layer : graded) {
      double norm = layer.gradientNorm();
      SortedWindow before = layer.normsBefore();
      double median = before.size() >= ENOUGH ? before.median() : 0;
      if (norm > EXPLODES || (median > 0 && norm > EXPLODES_OVER_MEDIAN * median)) {
        exploding = exploding == null ? layer : exploding;
      }
      if (Double.isFinite(norm)) {
        before.add(at.position(), norm);
      }
    }
    if (exploding == null) {
      warnings.clear(WarningKind.EXPLODING);
      return;
    }
    LayerState layer = exploding;
    warnings.show(
        WarningKind.EXPLODING,
        at,
        () ->
            String.format(
                Locale.ROOT,
                "exploding gradient: norm %.4g in layer %s",
                layer.gradientNorm(),
                layer.name));
  }

  private void vanish(RecordPosition at) {
    int quarter = Math.max(1, graded.size() / 4);
    double first = meanNorm(0, quarter);
    double last = meanNorm(graded.size() - quarter, graded.size());
    boolean lessThanLast = Double.isFinite(last) && first < VANISHES_OVER_LAST * last;
    if (first < VANISHES || lessThanLast) {
      warnings.show(
          WarningKind.VANISHING,
          at,
          () ->
              String.format(
                  Locale.ROOT,
                  "vanishing gradient: norm %.4g in the first layers, %.4g in the last",
                  first,
                  last));
    } else {
      warnings.clear(WarningKind.VANISHING);
    }
  }

  private double meanNorm(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += graded.get(i).gradientNorm();
    }
    return sum / (to - from);
  }
}

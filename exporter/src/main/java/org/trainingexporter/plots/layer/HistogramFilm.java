package org.trainingexporter.plots.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * How a tensor's histogram changed: so many of its histograms, evenly over what was logged, the
 * first and the newest among them. When there are too many every other one is let go.
 */
public final class HistogramFilm {
  public static final int MOST = 60;

  private List<LayerHistory.HistogramFrame> kept = new ArrayList<>();
  private LayerHistory.HistogramFrame newest;
  private long seen;
  private int each = 1;

  void add(LayerHistory.HistogramFrame frame) {
    newest = newest == null || frame.position() >= newest.position() ? frame : newest;
    if (seen++ % each != 0) {
      return;
    }
    int at = kept.size();
    while (at > 0 && kept.get(at - 1).position() > frame.position()) {
      at--;
    }
    kept.add(at, frame);
    if (kept.size() > MOST) {
      halve();
    }
  }

  private void halve() {
    List<LayerHistory.HistogramFrame> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept = half;
    each *= 2;
  }

  void rewind(double to) {
    kept.removeIf(frame -> frame.position() > to);
    newest = kept.isEmpty() ? null : kept.get(kept.size() - 1);
    seen = (long) kept.size() * each;
  }

  void clear() {
    kept.clear();
    newest = null;
    seen = 0;
    each = 1;
  }

  List<LayerHistory.HistogramFrame> all() {
    List<LayerHistory.HistogramFrame> all = new ArrayList<>(kept);
    if (newest != null && newest.position() > all.get(all.size() - 1).position()) {
      all.add(newest);
    }
    return all;
  }
}

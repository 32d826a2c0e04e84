package org.trainingexporter.plots.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * How a tensor's histogram changed: a limited number of histograms, spread evenly over the log,
 * with the first and the newest among them. When there are too many, every second one is dropped.
 */
public final class HistogramFilm {
  public static final int MAX_FRAMES = 60;

  private List<LayerHistory.HistogramFrame> kept = new ArrayList<>();
  private LayerHistory.HistogramFrame newest;
  private long seen;
  private int stride = 1;

  void add(LayerHistory.HistogramFrame frame) {
    newest = newest == null || frame.position() >= newest.position() ? frame : newest;
    if (seen++ % stride != 0) {
      return;
    }
    int index = kept.size();
    while (index > 0 && kept.get(index - 1).position() > frame.position()) {
      index--;
    }
    kept.add(index, frame);
    if (kept.size() > MAX_FRAMES) {
      halve();
    }
  }

  private void halve() {
    List<LayerHistory.HistogramFrame> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept = half;
    stride *= 2;
  }

  void rewind(double position) {
    kept.removeIf(frame -> frame.position() > position);
    newest = kept.isEmpty() ? null : kept.get(kept.size() - 1);
    seen = (long) kept.size() * stride;
  }

  void clear() {
    kept.clear();
    newest = null;
    seen = 0;
    stride = 1;
  }

  List<LayerHistory.HistogramFrame> all() {
    List<LayerHistory.HistogramFrame> all = new ArrayList<>(kept);
    if (newest != null && newest.position() > all.get(all.size() - 1).position()) {
      all.add(newest);
    }
    return all;
  }
}

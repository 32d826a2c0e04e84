package org.trainingexporter.run.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.testing.Exploration;

/** Elements move between bins, and none appears or is lost. */
final class HistogramRebinnerTest {
  private static TensorReading reading(double lower, double upper, int... counts) {
    TensorReading reading = new LayerReadings().add("a", Tensor.WEIGHT);
    for (int count : counts) {
      reading.addCount(count);
    }
    reading.setRange(lower, upper);
    return reading;
  }

  private static int[] fifty(int count) {
    int[] counts = new int[50];
    Arrays.fill(counts, count);
    return counts;
  }

  private static double total(LayersSnapshot.BinnedHistogram h) {
    double total = 0;
    for (int i = 0; i < h.bins(); i++) {
      assertTrue(h.count(i) >= 0, "no bin owes any");
      total += h.count(i);
    }
    return total;
  }

  @Test
  void the_first_histogram_lies_in_the_middle_half() {
    LayersSnapshot.BinnedHistogram first = HistogramRebinner.first(reading(-1, 1, fifty(4)));
    assertEquals(-2, first.edge(0));
    assertEquals(2, first.edge(50));
    assertEquals(0, first.count(11));
    assertEquals(4, first.count(12), 1e-9, "half of a bin");
    assertEquals(8, first.count(13), 1e-9);
    assertEquals(200, total(first), 1e-9);
  }

  @Test
  void what_is_beyond_goes_to_the_ends() {
    LayersSnapshot.BinnedHistogram first = HistogramRebinner.first(reading(-1, 1, fifty(4)));
    LayersSnapshot.BinnedHistogram below = HistogramRebinner.like(first, reading(-9, -8, fifty(1)));
    assertEquals(50, below.count(0), 1e-9);
    LayersSnapshot.BinnedHistogram above = HistogramRebinner.like(first, reading(8, 9, fifty(1)));
    assertEquals(50, above.count(49), 1e-9);
    LayersSnapshot.BinnedHistogram around =
        HistogramRebinner.like(first, reading(-100, 100, 0, 7, 0));
    assertEquals(7, total(around), 1e-9);
  }

  @Property(tries = 500 * Exploration.TIMES, seed = Exploration.SEED)
  void no_element_is_lost(
      @ForAll @Size(50) int[] signs,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double lower,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double range,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double later,
      @ForAll @IntRange(max = 1_000_000) int scale) {
    int[] counts = new int[50];
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      counts[i] = Math.floorMod(signs[i], scale + 1);
      sum += counts[i];
    }
    LayersSnapshot.BinnedHistogram first =
        HistogramRebinner.first(reading(lower, lower + range, counts));
    assertEquals(sum, total(first), 1e-9 * sum);
    LayersSnapshot.BinnedHistogram latest =
        HistogramRebinner.like(first, reading(later, later + range / 3, counts));
    assertEquals(sum, total(latest), 1e-9 * sum);
    assertEquals(first.edge(7), latest.edge(7));
  }
}

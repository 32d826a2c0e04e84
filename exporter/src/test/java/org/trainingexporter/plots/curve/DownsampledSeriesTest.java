package org.trainingexporter.plots.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.trainingexporter.testing.Exploration;

/** A curve of any length takes the same room, and what stands out in it is never lost. */
final class DownsampledSeriesTest {
  @Provide
  Arbitrary<List<Double>> values() {
    Arbitrary<Double> usual = Arbitraries.doubles().between(-1e6, 1e6);
    Arbitrary<Double> odd =
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(200, usual), net.jqwik.api.Tuple.of(1, odd))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8_000);
  }

  @Property(tries = 40 * Exploration.TIMES, seed = Exploration.SEED)
  void no_peak_no_nan_and_neither_end_is_lost(
      @ForAll("values") List<Double> values, @ForAll @IntRange(min = 20, max = 2000) int most) {
    DownsampledSeries points = points(values);
    points.downsample(most);
    CurveSeries drawn = points.series("loss", 1);

    assertTrue(drawn.size() <= most, () -> drawn.size() + " points");
    assertEquals(values.size(), drawn.count());
    assertEquals(0, drawn.x(0));
    assertEquals(values.size() - 1, drawn.x(drawn.size() - 1));
    Set<Double> shown = valuesOf(drawn);
    assertTrue(shown.containsAll(notFinite(values)));
    double[] finite = values.stream().filter(Double::isFinite).mapToDouble(v -> v).toArray();
    if (finite.length > 0) {
      assertTrue(shown.contains(Arrays.stream(finite).max().getAsDouble()));
      assertTrue(shown.contains(Arrays.stream(finite).min().getAsDouble()));
    }
  }

  @Property(tries = 20 * Exploration.TIMES, seed = Exploration.SEED)
  void the_points_know_the_mean_of_all_records(
      @ForAll List<@DoubleRange(min = -1e3, max = 1e3) Double> few,
      @ForAll @IntRange(min = 20, max = 100) int most) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      values.add(few.isEmpty() || i % 100 == 99 ? Double.NaN : few.get(i * i % few.size()));
    }
    DownsampledSeries points = points(values);
    points.downsample(most);
    CurveSeries drawn = points.series("loss", 1);

    double sum = 0;
    long records = 0;
    for (int i = 0; i < drawn.size(); i++) {
      records += drawn.records(i);
      sum += drawn.records(i) == 0 ? 0 : drawn.records(i) * drawn.mean(i);
    }
    double[] finite = values.stream().filter(Double::isFinite).mapToDouble(v -> v).toArray();
    assertEquals(finite.length, records);
    assertEquals(Arrays.stream(finite).sum(), sum, 1e-6);
  }

  @Test
  void a_point_of_a_short_curve_stands_for_its_own_record() {
    CurveSeries drawn = points(List.of(4.0, Double.NaN, 2.0)).series("loss", 100);
    assertEquals(1, drawn.records(0));
    assertEquals(0.04, drawn.mean(0));
    assertEquals(0, drawn.records(1));
    assertTrue(Double.isNaN(drawn.mean(1)));
  }

  @Property(tries = 20 * Exploration.TIMES, seed = Exploration.SEED)
  void every_point_is_one_of_the_log_and_they_keep_their_order(
      @ForAll("values") List<Double> values) {
    DownsampledSeries points = points(values);
    points.downsample(500);
    CurveSeries drawn = points.series("loss", 1);

    for (int i = 0; i < drawn.size(); i++) {
      assertEquals(values.get((int) drawn.x(i)), drawn.y(i));
      assertTrue(i == 0 || drawn.x(i - 1) < drawn.x(i));
    }
  }

  @Test
  void a_peak_of_one_record_in_a_million_stays() {
    DownsampledSeries points = new DownsampledSeries();
    for (int step = 0; step < 1_000_000; step++) {
      double value = step == 123_457 ? 99 : step == 654_321 ? Double.NaN : 1;
      points.add(0, step, step, value);
    }
    points.downsample(100);
    CurveSeries drawn = points.series("loss", 1);

    assertEquals(Set.of(1.0, 99.0, Double.NaN), valuesOf(drawn));
    assertTrue(drawn.size() <= 100);
    assertEquals(1_000_000, drawn.count());
  }

  @Test
  void a_short_curve_is_not_thinned() {
    CurveSeries drawn =
        points(IntStream.range(0, 2000).mapToObj(i -> (double) i).toList()).series("", 1);

    assertEquals(2000, drawn.size());
    assertEquals(2000, drawn.count());
  }

  @Test
  void what_a_rewind_took_back_is_gone_and_former_attempts_stay() {
    DownsampledSeries points = new DownsampledSeries();
    for (int x : new int[] {1, 2, 3}) {
      points.add(0, x, 0, x);
    }
    for (int x : new int[] {1, 2, 3, 4}) {
      points.add(1, x, 0, 10 * x);
    }
    points.rewind(1, 2);

    CurveSeries drawn = points.series("loss", 1);
    assertEquals("0:1 0:2 0:3 1:1 1:2", text(drawn));
  }

  @Test
  void a_point_that_comes_late_stands_at_its_place() {
    DownsampledSeries points = new DownsampledSeries();
    assertTrue(points.add(0, 1, 0, 1));
    assertTrue(points.add(0, 5, 0, 5));
    assertEquals(false, points.add(0, 3, 0, 3));

    assertEquals("0:1 0:3 0:5", text(points.series("loss", 1)));
  }

  @Test
  void of_very_many_attempts_the_newest_stay() {
    DownsampledSeries points = new DownsampledSeries();
    for (int attempt = 0; attempt < 5_000; attempt++) {
      points.add(attempt, 1, 0, attempt);
      points.add(attempt, 2, 0, attempt);
    }
    points.downsample(100);
    CurveSeries drawn = points.series("loss", 1);

    assertTrue(drawn.size() <= 100 && drawn.size() > 40, () -> drawn.size() + " points");
    assertEquals(4_999, drawn.attempt(drawn.size() - 1));
  }

  private static DownsampledSeries points(List<Double> values) {
    DownsampledSeries points = new DownsampledSeries();
    for (int i = 0; i < values.size(); i++) {
      points.add(0, i, i, values.get(i));
    }
    return points;
  }

  private static Set<Double> valuesOf(CurveSeries drawn) {
    return IntStream.range(0, drawn.size()).mapToObj(drawn::y).collect(Collectors.toSet());
  }

  private static Set<Double> notFinite(List<Double> values) {
    return values.stream().filter(v -> !Double.isFinite(v)).collect(Collectors.toSet());
  }

  private static String text(CurveSeries drawn) {
    return IntStream.range(0, drawn.size())
        .mapToObj(i -> drawn.attempt(i) + ":" + (int) drawn.x(i))
        .collect(Collectors.joining(" "));
  }
}

package org.trainingexporter.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.plots.layer.HistogramFilm;
import org.trainingexporter.plots.layer.LayerCurve;
import org.trainingexporter.plots.layer.LayerCurves;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.testing.Lines;

/** How layers came to be what they are, read from the log when asked. */
final class LayerPlotsTest {
  @AutoClose private final DrawnRun run;

  LayerPlotsTest(@TempDir Path root) {
    run = new DrawnRun(root);
  }

  private static String gradient(int step, String norm) {
    return "{\"step\":%d,\"loss\":2,\"layers\":{\"a\":{\"gradient\":{\"norm\":%s}}}}"
        .formatted(step, norm);
  }

  /** All elements in one bin, the one of that number. */
  private static String weight(int step, int bin) {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(50, 0));
    counts.set(bin, 100);
    return "{\"step\":%d,\"loss\":2,\"layers\":{\"a\":{\"weight\":{\"histogram\":{\"lower\":-1,\"upper\":1,\"counts\":%s}}}}}"
        .formatted(step, counts);
  }

  private static String curve(LayerHistory history, LayerCurve curve) {
    List<Double> values = history.curves().get(curve).get(0);
    return IntStream.range(0, values.size())
        .mapToObj(i -> history.positions().get(i).intValue() + "=" + values.get(i))
        .collect(Collectors.joining(" "));
  }

  private static String steps(LayerHistory history) {
    return history.frames().stream()
        .map(frame -> Long.toString((long) frame.position()))
        .collect(Collectors.joining(" "));
  }

  /** Where the elements of a frame lie on the bins of the first, which are twice as wide. */
  private static List<Integer> binsOf(LayerHistory.HistogramFrame frame) {
    return IntStream.range(0, frame.histogram().bins())
        .filter(bin -> frame.histogram().count(bin) > 0)
        .boxed()
        .toList();
  }

  @Test
  void a_curve_has_the_norms_as_they_are_logged() throws IOException {
    run.append(
        gradient(1, "0.5"), gradient(2, "NaN"), gradient(3, "Infinity"), gradient(4, "0.25"));

    LayerHistory history = run.layers("", "a");
    assertEquals("1=0.5 2=NaN 3=Infinity 4=0.25", curve(history, LayerCurve.GRADIENT_NORM));
    assertEquals(1, history.recordsPerPoint());
  }

  @Test
  void what_several_records_say_of_a_step_stands_in_one_point() throws IOException {
    run.append(
        Lines.train(1).strip(),
        "{\"step\":1,\"layers\":{\"a\":{\"gradient\":{\"norm\":2}}}}",
        "{\"step\":1,\"layers\":{\"b\":{\"weight\":{\"norm\":3}},\"a\":{\"activation\":{\"zero_units\":0.5}}}}");

    LayerHistory history = run.layers("", "a", "b");
    assertEquals(List.of(1.0), history.positions());
    assertEquals(
        List.of(List.of(2.0), List.of(Double.NaN)), history.curves().get(LayerCurve.GRADIENT_NORM));
    assertEquals(
        List.of(List.of(Double.NaN), List.of(3.0)), history.curves().get(LayerCurve.WEIGHT_NORM));
    assertEquals(
        List.of(List.of(0.5), List.of(Double.NaN)), history.curves().get(LayerCurve.ZERO_UNITS));
  }

  @Test
  void norms_under_keys_of_their_own_are_followed_too() throws IOException {
    run.append(
        "{\"step\":1,\"loss\":2,\"l2_norm/grad/a\":0.5,\"l2_norm/param/a\":7}",
        "{\"step\":2,\"loss\":2,\"l2_norm/grad/a\":0.25,\"l2_norm/param/a\":8}");

    LayerHistory history = run.layers("", "a");
    assertEquals("1=0.5 2=0.25", curve(history, LayerCurve.GRADIENT_NORM));
    assertEquals("1=7.0 2=8.0", curve(history, LayerCurve.WEIGHT_NORM));
  }

  @Test
  void of_a_long_log_no_peak_is_lost_and_the_end_is_there() throws IOException {
    run.append(
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(step -> gradient(step, step == 4_321 ? "1234" : "1"))
            .toArray(String[]::new));

    LayerHistory history = run.layers("", "a");
    List<Double> norms = history.curves().get(LayerCurve.GRADIENT_NORM).get(0);
    int points = norms.size();
    assertTrue(
        points > LayerCurves.MAX_POINTS / 2 && points <= LayerCurves.MAX_POINTS,
        points + " points");
    assertEquals(32, history.recordsPerPoint());
    assertEquals(10_000, history.positions().get(points - 1));
    int peak = norms.indexOf(1234.0);
    assertEquals(4_321, history.positions().get(peak), history.recordsPerPoint());
    assertEquals(points - 1, Collections.frequency(norms, 1.0));
  }

  @Test
  void frames_are_spread_over_the_log_with_its_first_and_newest() throws IOException {
    run.append(
        IntStream.range(0, 1_000)
            .mapToObj(step -> weight(step, step == 999 ? 40 : 10))
            .toArray(String[]::new));

    LayerHistory history = run.layers("a", "a");
    int frames = history.frames().size();
    assertTrue(
        frames > HistogramFilm.MAX_FRAMES / 2 && frames <= HistogramFilm.MAX_FRAMES + 1,
        frames + " frames");
    assertTrue(steps(history).startsWith("0 32 64 96 "), steps(history));
    assertTrue(steps(history).endsWith(" 992 999"), steps(history));
    assertEquals(List.of(17), binsOf(history.frames().get(0)));
    assertEquals(List.of(32), binsOf(history.frames().get(frames - 1)));
  }

  @Test
  void a_log_that_grows_is_told_as_one_that_is_read_at_once() throws IOException {
    for (int step = 0; step < 3_000; step += 500) {
      run.append(
          IntStream.range(step, step + 500)
              .mapToObj(s -> s % 2 == 0 ? weight(s, s % 50) : gradient(s, "" + s % 7))
              .toArray(String[]::new));
      run.layers("a", "a");
    }
    LayerHistory grown = run.layers("a", "a");
    try (Plots again = run.logs.plots()) {
      LayerHistory atOnce =
          again
              .ask(new LayerHistoryRequest(run.name(), List.of("a"), "a", "weight"))
              .join()
              .orElseThrow();
      assertEquals(atOnce.positions(), grown.positions());
      assertEquals(atOnce.curves(), grown.curves());
      assertEquals(steps(atOnce), steps(grown));
    }
  }

  @Test
  void after_a_rewind_what_stood_above_it_is_gone() throws IOException {
    run.append(
        gradient(100, "1"),
        gradient(110, "2"),
        weight(115, 3),
        gradient(120, "3"),
        gradient(105, "4"),
        weight(106, 5));

    LayerHistory history = run.layers("a", "a");
    assertEquals("100=1.0 105=4.0 106=NaN", curve(history, LayerCurve.GRADIENT_NORM));
    assertEquals("106", steps(history));
  }

  @Test
  void a_restart_begins_anew() throws IOException {
    run.append(weight(1, 3), gradient(50, "3"), gradient(1, "4"), weight(2, 5));

    LayerHistory history = run.layers("a", "a");
    assertEquals("1=4.0 2=NaN", curve(history, LayerCurve.GRADIENT_NORM));
    assertEquals("2", steps(history));
  }

  @Test
  void a_layer_that_was_not_kept_is_read_anew_when_it_is_asked_for() throws IOException {
    run.append(weight(1, 3), weight(1, 3).replace("\"a\"", "\"b\""), gradient(2, "1"));

    assertEquals("", steps(run.layers("", "a")));
    assertEquals("1", steps(run.layers("b", "a")));
    assertEquals("1", steps(run.layers("a", "a")));
  }

  @Test
  void a_run_that_there_is_not_has_none() {
    assertEquals(
        Optional.empty(),
        run.plots.ask(new LayerHistoryRequest("x", List.of("a"), "", "weight")).join());
  }
}

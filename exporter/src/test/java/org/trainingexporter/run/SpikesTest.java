package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Values that are no numbers, and spikes: counted as lines are read, at once or one by one. */
final class SpikesTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private RunSnapshot read(String lines) throws IOException {
    logs.write("train.jsonl", lines);
    return logs.pollLater().run();
  }

  private static String values(int from, int to, String key, double value) {
    StringBuilder out = new StringBuilder();
    for (int step = from; step <= to; step++) {
      double wave = value * (1 + 0.01 * (step % 5));
      out.append(value(step, key, Double.toString(wave)));
    }
    return out.toString();
  }

  private static String value(int step, String key, String value) {
    return "{\"step\":%d,\"%s\":%s,\"timestamp\":%s}\n"
        .formatted(step, key, value, Lines.time(step));
  }

  private static HealthSnapshot health(RunSnapshot run, String signal) {
    return run.health().stream().filter(h -> h.signal().equals(signal)).findAny().orElseThrow();
  }

  private static List<String> types(RunSnapshot run) {
    return run.events().stream().map(RunEvent::type).toList();
  }

  @Test
  void a_loss_far_above_the_median_is_a_spike() throws IOException {
    RunSnapshot run = read(values(1, 25, "loss", 2) + value(26, "loss", "3.1"));
    assertEquals(1, health(run, "loss").spikes());
    assertEquals(Lines.time(26), health(run, "loss").lastSpike());
    assertEquals(List.of("start", "warning"), types(run));
  }

  @Test
  void a_loss_of_half_as_much_again_is_none() throws IOException {
    RunSnapshot run = read(values(1, 25, "loss", 2) + value(26, "loss", "3.0"));
    assertEquals(0, health(run, "loss").spikes());
  }

  @Test
  void before_twenty_values_nothing_is_a_spike() throws IOException {
    assertEquals(
        0, health(read(values(1, 19, "loss", 2) + value(20, "loss", "9")), "loss").spikes());
  }

  @Test
  void a_gradient_norm_spikes_above_three_times_the_median() throws IOException {
    String before = values(1, 25, "grad_norm", 1);
    RunSnapshot run = read(before + value(26, "grad_norm", "3.0") + value(27, "grad_norm", "3.2"));
    assertEquals(1, health(run, "gradient_norm").spikes());
  }

  @Test
  void a_loss_that_crosses_a_thousand_is_a_spike_however_few_are_known() throws IOException {
    RunSnapshot run = read(values(1, 3, "loss", 2) + value(4, "loss", "1001"));
    assertEquals(1, health(run, "loss").spikes());
  }

  @Test
  void spikes_are_one_event_in_a_hundred_records() throws IOException {
    StringBuilder lines = new StringBuilder(values(1, 25, "loss", 2));
    for (int step = 26; step <= 135; step++) {
      lines.append(value(step, "loss", step % 10 == 0 ? "9" : "2.01"));
    }
    RunSnapshot run = read(lines.toString());
    assertEquals(11, health(run, "loss").spikes());
    assertEquals(2, types(run).stream().filter("warning"::equals).count());
  }

  @Test
  void values_that_are_no_numbers_are_counted_and_the_gauge_keeps_the_last() throws IOException {
    RunSnapshot run =
        read(
            value(1, "loss", "2")
                + value(2, "loss", "NaN")
                + value(3, "loss", "Infinity")
                + value(4, "loss", "\"nan\""));
    HealthSnapshot loss = health(run, "loss");
    assertEquals(3, loss.nonFinite());
    assertEquals(Lines.time(4), loss.lastNonFinite());
    assertEquals(false, loss.finite());
    assertEquals(2, run.signals().newest(Signal.LOSS));
    assertEquals(2, run.signals().mean(Signal.LOSS));
  }

  @Test
  void one_event_tells_that_a_signal_broke_and_one_that_it_recovered() throws IOException {
    RunSnapshot run =
        read(
            value(1, "loss", "2")
                + value(2, "loss", "NaN")
                + value(3, "loss", "NaN")
                + value(4, "loss", "2"));
    assertEquals(List.of("start", "error", "warning"), types(run));
    assertEquals(Lines.time(2), run.events().get(1).time());
  }

  @Test
  void another_number_that_is_none_takes_its_series_away_and_counts_as_other() throws IOException {
    RunSnapshot run =
        read(
            "{\"step\":1,\"loss\":2,\"x\":1,\"y\":1}\n{\"step\":2,\"loss\":2,\"x\":NaN,\"y\":3}\n");
    assertEquals(Map.of("y", 3.0), run.values());
    assertEquals(1, health(run, "other").nonFinite());
    assertEquals(0, health(run, "loss").nonFinite());
  }

  @Test
  void after_a_rewind_the_median_holds_nothing_above_it() throws IOException {
    RunSnapshot run =
        read(values(1, 60, "loss", 2) + values(61, 160, "loss", 1) + value(60, "loss", "1.9"));
    assertEquals(1, run.counts().rewinds());
    assertEquals(0, health(run, "loss").spikes());
  }

  @Test
  void counters_start_at_zero() throws IOException {
    RunSnapshot run = read(value(1, "loss", "2"));
    assertEquals(6, run.health().size());
    assertEquals(0, run.health().stream().mapToLong(h -> h.nonFinite() + h.spikes()).sum());
  }
}

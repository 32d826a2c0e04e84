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
    for (int step = 26; step <= 165; step++) {
      lines.append(value(step, "loss", step % 30 == 0 ? "9" : "2.01"));
    }
    RunSnapshot run = read(lines.toString());
    assertEquals(5, health(run, "loss").spikes());
    assertEquals(2, types(run).stream().filter("warning"::equals).count());
  }

  @Test
  void high_values_within_twenty_records_of_each_other_are_one_spike() throws IOException {
    String calm = values(1, 40, "loss", 2);
    String spike = value(41, "loss", "9") + values(42, 60, "loss", 2) + value(61, "loss", "9");
    RunSnapshot run = read(calm + spike + values(62, 80, "loss", 2) + value(81, "loss", "9"));
    assertEquals(1, health(run, "loss").spikes(), "each is within 20 records of the one before");
    logs.append("train.jsonl", values(82, 102, "loss", 2) + value(103, "loss", "9"));
    assertEquals(2, health(logs.poll().run(), "loss").spikes());
  }

  @Test
  void values_that_are_often_high_are_no_spikes() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= 300; step++) {
      lines.append(value(step, "grad_norm", step % 6 == 0 ? "4." + step % 9 : "1.0" + step % 9));
    }
    assertEquals(0, health(read(lines.toString()), "gradient_norm").spikes());
  }

  @Test
  void a_step_that_two_processes_log_spikes_once() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int record = 1; record <= 240; record++) { // the second process is 60 steps behind
      lines.append(value(100 + record, "loss", record == 90 ? "9" : "2.0" + record % 7));
      lines.append(value(40 + record, "loss", record == 150 ? "9" : "2.0" + record % 5));
    }
    RunSnapshot run = read(lines.toString());
    assertEquals(0, run.counts().rewinds());
    assertEquals(1, health(run, "loss").spikes());
  }

  @Test
  void after_a_rewind_the_same_step_spikes_no_second_time() throws IOException {
    String told = values(1, 40, "loss", 2) + value(41, "loss", "9") + values(42, 80, "loss", 2);
    RunSnapshot run = read(told + values(20, 40, "loss", 2) + value(41, "loss", "9"));
    assertEquals(1, run.counts().rewinds());
    assertEquals(1, health(run, "loss").spikes());
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
  void a_run_that_is_no_number_from_its_first_step_shows_its_error() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int step = 1; step <= 300; step++) {
      lines.append(value(step, "loss", "NaN"));
      lines.append("{\"step\":%d,\"eval_loss\":2.%d}\n".formatted(step, 400 - step));
    }
    RunSnapshot run = read(lines.toString());
    assertEquals(List.of("start", "error"), types(run).subList(0, 2));
    assertEquals("loss is NaN", run.events().get(1).message());
    assertEquals(1, run.events().get(1).step());
  }

  @Test
  void another_number_that_is_none_is_unknown_and_counts_as_other() throws IOException {
    RunSnapshot run =
        read(
            "{\"step\":1,\"loss\":2,\"x\":1,\"y\":1}\n{\"step\":2,\"loss\":2,\"x\":NaN,\"y\":3}\n");
    assertEquals(Map.of("x", Double.NaN, "y", 3.0), run.values());
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

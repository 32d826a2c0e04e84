package org.trainingexporter.run.goodput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.TimeOrigin;

/** The hours are counters: whenever they are read, none has fallen since. */
final class RisingHoursTest {
  private static final int SEQUENCES = 1_000;

  private TimeLedger ledger = new TimeLedger();
  private Map<TimeKind, Double> before = new EnumMap<>(TimeKind.class);
  private List<String> story = new ArrayList<>();
  private double now;
  private double time;
  private double step;

  private void begin() {
    ledger = new TimeLedger();
    before = new EnumMap<>(TimeKind.class);
    story = new ArrayList<>();
    now = 0;
    time = 0;
    step = 0;
  }

  private void read(double at) {
    GoodputSnapshot goodput = ledger.snapshot(TimeOrigin.LOGGED, true).at(at);
    for (TimeKind kind : TimeKind.values()) {
      double seconds = goodput.seconds(kind);
      double seen = before.getOrDefault(kind, 0.0);
      assertTrue(
          seconds >= seen - 1e-6,
          () -> kind + " " + seen + " fell to " + seconds + " at " + at + " after " + story);
      before.put(kind, seconds);
    }
  }

  /** Reads at several times before that one, and goes on to it. */
  private void passTo(double later) {
    double from = now;
    double passed = later - from;
    DoubleStream.of(0, 5, 29, 30, 31, passed / 11, passed / 9, passed / 2, passed)
        .map(after -> Math.min(later, from + after))
        .sorted()
        .forEach(this::read);
    now = later;
  }

  private void record(double after) {
    time += after;
    step++;
    passTo(Math.max(now, time));
    story.add("record %.0f at %.1f".formatted(step, time));
    ledger.trained(step, time, TimeOrigin.LOGGED);
    read(now);
  }

  @Test
  void a_first_gap_that_turns_out_to_be_a_pause_was_never_shown_as_something_else() {
    record(0);
    record(2000);
    record(60);
    record(60);
    assertEquals(2000, before.get(TimeKind.PAUSED));
  }

  @Test
  void a_first_gap_counts_once_the_run_has_been_silent_for_as_long() {
    record(0);
    record(2000);
    passTo(now + 1999);
    assertEquals(0, before.get(TimeKind.PRODUCTIVE));
    passTo(now + 1);
    assertEquals(2000, before.get(TimeKind.PRODUCTIVE));
    record(2100);
    record(60);
    assertEquals(4160, before.get(TimeKind.PRODUCTIVE));
  }

  /** Something of about its usual duration, or much longer. */
  private static double gap(Random random, double usual) {
    return switch (random.nextInt(8)) {
      case 0 -> usual * 3;
      case 1 -> 601 + random.nextInt(400);
      case 2 -> 1200 + random.nextInt(20_000);
      case 3 -> random.nextInt(5);
      default -> usual * (0.9 + 0.2 * random.nextDouble());
    };
  }

  private void next(Random random, double usual, double lateness) {
    switch (random.nextInt(12)) {
      case 0 -> {
        story.add("restart");
        ledger.restart();
        step = 0;
      }
      case 1 -> {
        double back = random.nextInt(1 + (int) step);
        story.add("rewind by " + back);
        ledger.rewind(back);
        step -= back;
      }
      case 2, 3 -> {
        time += gap(random, usual);
        passTo(Math.max(now, time));
        story.add("validation at %.1f".formatted(time));
        ledger.validated(step, time, TimeOrigin.LOGGED);
      }
      case 4, 5 -> {
        double saved = now - random.nextInt(5); // it is found a little later
        story.add("checkpoint at %.1f".formatted(saved));
        ledger.saved(step, saved);
      }
      default -> {
        // What a writer holds back comes late, with the time at which it was logged.
        passTo(now + random.nextDouble() * lateness);
        record(gap(random, usual));
      }
    }
    read(now);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 20})
  void no_kind_falls_whatever_comes(double lateness) {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      begin();
      Random random = new Random(seed);
      double usual = List.of(1.0, 10.0, 60.0, 900.0, 7200.0).get(seed % 5);
      story.add("seed " + seed);
      for (int i = 0; i < 30; i++) {
        next(random, usual, lateness);
      }
    }
  }
}

package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.history.sample.SeriesId;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.run.TrainingState;
import org.trainingexporter.testing.WatchedDirectory;

/** History is what scrapes would have read that were taken while the log was written. */
final class AsScrapedTest {
  private static final String RUN = "run";

  @TempDir private Path root;
  private final KeptSamples kept = new KeptSamples();

  /** Ticks, each with what a scrape read then. */
  private final SortedMap<Long, Map<String, Double>> scraped = new TreeMap<>();

  /** All ticks at which the run is abandoned, but the first of a silence: that one says so. */
  private final List<Long> abandoned = new ArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(root.resolve("past/run"));
    Files.createDirectories(root.resolve("live/run"));
  }

  @Test
  void each_sample_is_what_a_scrape_read_then() throws Exception {
    Story story =
        new Story()
            .trains(1, 120, 7.3)
            .eval(120, 1.9)
            .train(121, "NaN")
            .trains(122, 130, 7.3)
            .trains(100, 160, 4.1) // a rewind
            .pause(2_400) // stalled
            .trains(161, 220, 11)
            .say("{\"error_type\":\"OutOfMemoryError\",\"step\":220}")
            .say("no JSON")
            .eval(220, 1.7)
            .trains(221, 240, 5);
    compare(story, Duration.ofSeconds(15), 900);

    assertEquals(List.of(), abandoned);
    assertEquals(scraped.firstKey(), kept.trainedBy(RUN).firstKey());
    assertEquals(scraped.keySet(), kept.trainedBy(RUN).keySet(), "a tick is missing");
  }

  @Test
  void a_short_run_has_what_a_scrape_each_second_reads() throws Exception {
    Story story = new Story().trains(1, 200, 1.7).eval(200, 1.9).trains(150, 400, 0.4);
    WrittenRun run = new WrittenRun(root.resolve("past"), Duration.ofSeconds(15));
    run.at(story.end() + 300).log("run/log.jsonl", story).to(kept);
    scrape(story, 1_000, run.clock().seconds() - 120);

    kept.series.forEach(
        (name, samples) ->
            samples.forEach(
                (at, value) -> {
                  Double written = value.isNaN() ? null : value; // the series ended
                  assertEquals(scraped.get(at).get(name), written, () -> name + " at " + at);
                }));
    Map<Long, Double> losses = new TreeMap<>();
    String loss = KeptSamples.name(new SeriesId("training_loss", List.of("run"), List.of(RUN)));
    scraped.forEach((at, read) -> losses.put(at, read.get(loss)));
    losses.keySet().removeIf(at -> at / 1e3 > Story.time(story.end()) + 1);
    SortedMap<Long, Double> written = kept.of("training_loss", RUN);
    losses.forEach(
        (at, value) ->
            assertEquals(value, written.get(written.headMap(at + 1).lastKey()), "at " + at));
  }

  @Test
  void a_run_that_is_silent_for_a_day_is_a_gap() throws Exception {
    Story story = new Story().trains(1, 50, 20).pause(100_000).trains(51, 90, 20);
    compare(story, Duration.ofMinutes(1), 900);

    assertTrue(abandoned.size() > 200, () -> abandoned.size() + " ticks");
    SortedMap<Long, Map<String, Double>> shown = new TreeMap<>(scraped);
    shown.keySet().removeAll(abandoned);
    SortedMap<Long, Double> there = new TreeMap<>(kept.trainedBy(RUN));
    there.values().removeIf(it -> it.isNaN());
    assertEquals(shown.keySet(), there.keySet());
    Map<String, Double> last = scraped.get(abandoned.get(0) - 60_000);
    String state = "training_run_state";
    List<String> labels = List.of("run", "state");
    String name = KeptSamples.name(new SeriesId(state, labels, List.of(RUN, "abandoned")));
    assertEquals(1, last.get(name), "the newest sample says what became of the run");
    assertEquals(
        1, kept.trainedBy(RUN).size() - there.size(), "the line ends where the gap begins");
  }

  @Test
  void a_clock_that_jumps_makes_no_sample_twice_and_none_that_was_not() throws Exception {
    Story story =
        new Story()
            .trains(1, 40, 10)
            .pause(10)
            .trainAt(41, -7_200) // the log's clock is set back, and on again
            .pause(10)
            .trainAt(42, -7_190)
            .trains(43, 80, 10)
            .pause(10)
            .trainAt(81, 1_000) // a while ahead
            .pause(10)
            .trainAt(82, 1_000)
            .trainAt(83, 1e9) // a day that is not yet
            .pause(1_200)
            .trains(84, 120, 10);
    WrittenRun run = new WrittenRun(root.resolve("past"), Duration.ofSeconds(15));
    run.at(story.end() + 900).log("run/log.jsonl", story).to(kept);

    SortedMap<Long, Double> counts = kept.trainedBy(RUN);
    double before = 0;
    long at = counts.firstKey() - 15_000;
    for (Map.Entry<Long, Double> sample : counts.entrySet()) {
      assertEquals(at + 15_000, sample.getKey(), "the next tick");
      assertTrue(sample.getValue() >= before, "the counter falls at " + sample.getKey());
      at = sample.getKey();
      before = sample.getValue();
    }
    assertEquals(120, before);
  }

  /** Writes the history of the whole log, and scrapes a copy of it that grows line by line. */
  private void compare(Story story, Duration interval, double after) throws Exception {
    WrittenRun run = new WrittenRun(root.resolve("past"), interval);
    run.at(story.end() + after).log("run/log.jsonl", story).to(kept);
    scrape(story, interval.toMillis(), run.clock().seconds() - 120);

    Map<String, Double> before = new HashMap<>();
    Map<String, Long> seen = new HashMap<>();
    for (Map.Entry<Long, Map<String, Double>> scrape : scraped.entrySet()) {
      long tick = scrape.getKey();
      if (abandoned.contains(tick)) {
        continue;
      }
      scrape
          .getValue()
          .forEach(
              (name, value) -> {
                SortedMap<Long, Double> samples = kept.series.get(name);
                assertTrue(samples != null, () -> name + " was never written");
                Double written = samples.get(tick);
                if (written == null) { // as it was, less than a minute ago
                  assertTrue(tick - seen.getOrDefault(name, 0L) < 60_000, () -> name + " " + tick);
                  assertEquals(before.get(name), value, () -> name + " at " + tick);
                } else {
                  assertEquals(value, written, () -> name + " at " + tick);
                  before.put(name, value);
                  seen.put(name, tick);
                }
              });
    }
    kept.series.forEach(
        (name, samples) ->
            samples.forEach(
                (tick, value) -> {
                  boolean read = scraped.getOrDefault(tick, Map.of()).containsKey(name);
                  boolean over = abandoned.contains(tick);
                  assertEquals(read && !over, !value.isNaN(), () -> name + " at " + tick);
                }));
  }

  private void scrape(Story story, long interval, double until) throws IOException {
    WatchedDirectory live = new WatchedDirectory(root.resolve("live"));
    TrainingMetrics metrics =
        new TrainingMetrics(() -> live.watcher().snapshots(), live.clock, 20_000);
    int next = 0;
    boolean wasAbandoned = false;
    long first = (long) Math.ceil(Story.time(story.lines.get(0).at()) * 1e3 / (double) interval);
    for (long tick = first * interval; tick / 1e3 < until; tick += interval) {
      while (next < story.lines.size() && Story.time(story.lines.get(next).at()) * 1e3 <= tick) {
        live.append("run/log.jsonl", story.lines.get(next++).text());
      }
      live.pollAfter(Duration.ofMillis(tick - live.clock.millis()));
      if (live.watcher().snapshots().isEmpty()) {
        continue;
      }
      boolean isAbandoned = live.run().state(tick / 1e3) == TrainingState.ABANDONED;
      if (isAbandoned && wasAbandoned) {
        abandoned.add(tick);
      }
      wasAbandoned = isAbandoned;
      scraped.put(tick, read(metrics.collect()));
    }
  }

  private static Map<String, Double> read(List<MetricFamilySamples> families) {
    Map<String, Double> all = new HashMap<>();
    for (MetricFamilySamples family : families) {
      for (Sample s : family.samples) {
        if (!s.name.equals("training_filesystem_free_bytes")) {
          all.put(KeptSamples.name(new SeriesId(s.name, s.labelNames, s.labelValues)), s.value);
        }
      }
    }
    return all;
  }
}

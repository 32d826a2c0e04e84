package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where history meets what is there already: scraped, or written before. */
final class SeamTest {
  private static final String RUN = "run";
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @TempDir private Path root;
  private final KeptSamples kept = new KeptSamples();
  private final Story story = new Story().trains(1, 600, 10);

  /** As a scrape between two seconds of the story, each so many seconds, a little off the grid. */
  private void scrape(double from, double to, double every, double delay) {
    for (double second = from; second <= to; second += every) {
      double at = second;
      long seen = story.lines.stream().filter(line -> line.at() + delay <= at).count();
      String name = KeptSamples.name(KeptSamples.trained(RUN));
      kept.keep(name, Math.round(Story.time(at) * 1e3) + 3_217, (double) seen);
    }
  }

  private WrittenRun run() throws IOException {
    return new WrittenRun(root, INTERVAL).at(story.end() + 600).log("run/log.jsonl", story);
  }

  private void assertOneLine(double longestGap) {
    long before = 0;
    double count = 0;
    for (Map.Entry<Long, Double> sample : kept.trainedBy(RUN).entrySet()) {
      double gap = (sample.getKey() - before) / 1e3;
      assertTrue(before == 0 || gap >= 5, () -> "twice at " + sample.getKey());
      assertTrue(before == 0 || gap <= longestGap, () -> gap + " s before " + sample.getKey());
      assertTrue(sample.getValue() >= count, () -> "falls at " + sample.getKey());
      before = sample.getKey();
      count = sample.getValue();
    }
  }

  @Test
  void the_past_is_joined_to_the_scrape() throws Exception {
    scrape(3_000, story.end() + 590, 15, 0.5);
    int scraped = kept.trainedBy(RUN).size();

    run().to(kept);

    assertOneLine(60);
    assertEquals(Story.time(15), kept.trainedBy(RUN).firstKey() / 1e3);
    assertEquals(199, kept.trainedBy(RUN).size() - scraped, "a tick each 15 s of 3,000");
  }

  @Test
  void the_time_in_which_the_exporter_was_down_is_filled() throws Exception {
    scrape(0, 2_000, 15, 0.5);
    scrape(4_000, story.end() + 590, 15, 0.5);

    run().to(kept);

    assertOneLine(60);
    kept.of("training_loss", RUN)
        .keySet()
        .forEach(
            it ->
                assertTrue(
                    it / 1e3 > Story.time(2_000) && it / 1e3 < Story.time(4_000),
                    () -> it + " belongs to the scrape"));
  }

  @Test
  void a_scrape_each_minute_is_no_row_of_holes() throws Exception {
    scrape(0, story.end() + 590, 60, 0.5);

    run().to(kept);

    assertEquals(0, kept.written);
  }

  /** The writer keeps its lines for five minutes; the first scrape knows less than the log now. */
  @Test
  void a_log_that_is_written_late_makes_no_counter_fall() throws Exception {
    scrape(3_000, story.end() + 590, 15, 300);

    run().to(kept);

    assertOneLine(60);
    assertTrue(kept.written > 1_000, () -> kept.written + " samples");
  }

  @Test
  void what_is_newer_than_two_minutes_is_left_to_the_scrape() throws Exception {
    WrittenRun run = new WrittenRun(root, INTERVAL).at(story.end()).log("run/log.jsonl", story);
    HistoryWriter history = run.history(kept);
    while (history.advance()) {}
    double end = run.clock().seconds() - 120;
    assertEquals(Math.floor((end - 0.001) / 15) * 15, kept.trainedBy(RUN).lastKey() / 1e3);

    run.clock().advance(Duration.ofMinutes(10));
    run.directory.pollLater();
    while (history.advance()) {}
    assertEquals(
        Math.floor((run.clock().seconds() - 120.001) / 15) * 15,
        kept.trainedBy(RUN).lastKey() / 1e3);
    assertOneLine(15);
  }

  @Test
  void whoever_does_not_say_what_is_there_gets_the_past_once() throws Exception {
    kept.beSilent();
    WrittenRun run = new WrittenRun(root, INTERVAL).at(story.end()).log("run/log.jsonl", story);
    HistoryWriter history = run.history(kept);
    while (history.advance()) {}
    long last = kept.trainedBy(RUN).lastKey();

    run.clock().advance(Duration.ofMinutes(10));
    run.directory.pollLater();
    while (history.advance()) {}

    assertEquals(last, kept.trainedBy(RUN).lastKey());
  }

  @Test
  void a_second_time_nothing_is_written() throws Exception {
    run().to(kept);
    int first = kept.written;

    new WrittenRun(root, INTERVAL).at(story.end() + 600).to(kept);

    assertTrue(first > 0);
    assertEquals(first, kept.written);
  }

  @Test
  void on_whoever_does_not_say_what_is_there_a_second_time_has_the_same_samples() throws Exception {
    kept.beSilent();
    run().to(kept);
    SortedMap<String, SortedMap<Long, Double>> first = copy(kept);
    int written = kept.written;

    new WrittenRun(root, INTERVAL).at(story.end() + 600).to(kept);

    assertEquals(2 * written, kept.written);
    assertEquals(List.of(), differences(first, copy(kept)));
  }

  @Test
  void after_each_interruption_it_goes_on_from_what_is_there() throws Exception {
    KeptSamples whole = new KeptSamples();
    Story longer = new Story().trains(1, 1_500, 25);
    Path log = Path.of("run/log.jsonl");
    WrittenRun run =
        new WrittenRun(root, INTERVAL).at(longer.end() + 600).log(log.toString(), longer);
    run.to(whole);
    assertTrue(whole.writes > 3, () -> whole.writes + " batches");

    int interruptions = 0;
    for (boolean over = false; !over; ) {
      kept.breakingAfter(1);
      HistoryWriter history = run.history(kept);
      try {
        while (history.advance()) {}
        over = true;
      } catch (IOException e) {
        interruptions++;
      }
    }
    assertTrue(interruptions >= 3, interruptions + " interruptions");
    kept.series.values().forEach(it -> it.tailMap(whole.trainedBy(RUN).lastKey() + 1).clear());
    assertEquals(List.of(), differences(counters(whole), counters(kept)));
  }

  @Test
  void runs_are_written_apart() throws Exception {
    Story other = new Story().pause(1_000).trains(1, 100, 7);
    WrittenRun run =
        new WrittenRun(root, INTERVAL)
            .at(story.end() + 600)
            .log("a/log.jsonl", story)
            .log("b/log.jsonl", other);
    run.to(kept);

    KeptSamples alone = new KeptSamples();
    new WrittenRun(root.resolve("b"), INTERVAL).at(story.end() + 600).to(alone);
    assertEquals(alone.of("training_loss", "b"), kept.of("training_loss", "b"));
    assertTrue(kept.of("training_loss", "a").size() > 300);
  }

  /** How dense gauges that rest are written may differ behind an interruption. */
  private static SortedMap<String, SortedMap<Long, Double>> counters(KeptSamples kept) {
    SortedMap<String, SortedMap<Long, Double>> all = copy(kept);
    all.keySet().removeIf(name -> !name.contains("_total"));
    return all;
  }

  /** Some of them, since there may be thousands. */
  private static List<String> differences(
      SortedMap<String, SortedMap<Long, Double>> one,
      SortedMap<String, SortedMap<Long, Double>> other) {
    List<String> all = new ArrayList<>();
    if (!one.keySet().equals(other.keySet())) {
      all.add("other series");
    }
    one.forEach(
        (name, samples) -> {
          SortedMap<Long, Double> others = other.getOrDefault(name, new TreeMap<>());
          TreeSet<Long> times = new TreeSet<>(samples.keySet());
          times.addAll(others.keySet());
          times.removeIf(at -> Objects.equals(samples.get(at), others.get(at)));
          times.forEach(at -> all.add(name + at + ": " + samples.get(at) + " " + others.get(at)));
        });
    return all.subList(0, Math.min(10, all.size()));
  }

  private static SortedMap<String, SortedMap<Long, Double>> copy(KeptSamples kept) {
    SortedMap<String, SortedMap<Long, Double>> all = new TreeMap<>();
    kept.series.forEach((name, samples) -> all.put(name, new TreeMap<>(samples)));
    return all;
  }
}

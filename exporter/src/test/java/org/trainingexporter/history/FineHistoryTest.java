package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short runs are written as finely as their logs, between scrapes too. */
final class FineHistoryTest {
  private static final String RUN = "run";
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  /** Scrapes are this far behind whole seconds; milliseconds. */
  private static final long OFF = 217;

  @TempDir private Path root;
  private final KeptSamples kept = new KeptSamples();

  private WrittenRun run(Story story) throws IOException {
    return new WrittenRun(root, INTERVAL).at(story.end() + 600).log("run/log.jsonl", story);
  }

  private void scrape(Story story, double every) {
    String name = KeptSamples.name(KeptSamples.trained(RUN));
    for (double second = 0; second <= story.end() + 590; second += every) {
      double at = second;
      long seen = story.lines.stream().filter(line -> line.at() <= at).count();
      kept.keep(name, Math.round(Story.time(at) * 1e3) + OFF, (double) seen);
    }
  }

  /** The samples up to the run's end. */
  private SortedMap<Long, Double> during(Story story) {
    return kept.trainedBy(RUN).headMap(Math.round(Story.time(story.end()) * 1e3) + 1_001);
  }

  @Test
  void fifteen_hundred_records_in_seventy_five_seconds_are_a_sample_each_second() throws Exception {
    Story story = new Story().trains(1, 1_500, 0.05);

    run(story).to(kept);

    assertEquals(75, during(story).size(), 1);
    assertEquals(75, kept.of("training_loss", RUN).headMap(during(story).lastKey() + 1).size(), 1);
  }

  @Test
  void between_two_scrapes_there_are_the_records_and_none_near_a_scrape() throws Exception {
    Story story = new Story().trains(1, 600, 1);
    scrape(story, 15);
    SortedMap<Long, Double> scraped = new TreeMap<>(kept.trainedBy(RUN));

    run(story).to(kept);

    long before = 0;
    double count = 0;
    for (Map.Entry<Long, Double> sample : during(story).entrySet()) {
      long at = sample.getKey();
      assertTrue(at - before >= 1_000, () -> "too near: " + at);
      assertTrue(before == 0 || at - before <= 2_000, () -> "a hole before " + at);
      assertTrue(sample.getValue() >= count, () -> "falls at " + at);
      before = at;
      count = sample.getValue();
    }
    scraped.forEach((at, value) -> assertEquals(value, kept.trainedBy(RUN).get(at)));
    assertTrue(during(story).size() > 500, () -> during(story).size() + " samples");
  }

  @Test
  void a_second_time_nothing_is_written() throws Exception {
    Story story = new Story().trains(1, 600, 1);
    scrape(story, 15);
    run(story).to(kept);
    int first = kept.written;

    new WrittenRun(root, INTERVAL).at(story.end() + 600).to(kept);

    assertTrue(first > 0);
    assertEquals(first, kept.written);
  }

  /** The scrapes saw 100 records more than the log has by then. */
  @Test
  void a_log_whose_clock_is_late_makes_no_counter_fall() throws Exception {
    Story story = new Story().trains(1, 600, 1);
    String name = KeptSamples.name(KeptSamples.trained(RUN));
    for (int second = 0; second <= 1_190; second += 15) {
      long at = Math.round(Story.time(second) * 1e3) + OFF;
      kept.keep(name, at, Math.min(600, second + 100.0));
    }

    run(story).to(kept);

    double count = 0;
    for (double value : kept.trainedBy(RUN).values()) {
      assertTrue(value >= count);
      count = value;
    }
  }

  @Test
  void scrapes_that_are_as_dense_as_the_log_stay_alone() throws Exception {
    Story story = new Story().trains(1, 40, 15);
    scrape(story, 15);

    run(story).to(kept);

    assertEquals(0, kept.written);
  }

  @Test
  void between_the_scrapes_of_a_run_of_half_an_hour_nothing_is_written() throws Exception {
    Story story = new Story().trains(1, 1_850, 1);
    scrape(story, 15);

    run(story).to(kept);

    assertEquals(0, kept.written);
  }

  @Test
  void a_signal_of_a_run_has_at_most_two_thousand_samples() throws Exception {
    Story story = new Story().trains(1, 5_000, 1);

    run(story).to(kept);

    int samples = during(story).size();
    assertTrue(samples > 1_600 && samples <= 2_000, () -> samples + " samples");
  }

  @Test
  void a_long_run_has_those_of_the_interval_alone() throws Exception {
    Story story = new Story().trains(1, 8_000, 3);

    run(story).to(kept);

    kept.trainedBy(RUN).keySet().forEach(at -> assertEquals(0, at % INTERVAL.toMillis()));
  }
}

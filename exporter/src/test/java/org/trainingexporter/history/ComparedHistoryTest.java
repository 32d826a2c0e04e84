package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A while after a run was written, what the receiver has is compared with it. */
final class ComparedHistoryTest {
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  /** So long ago that there is nothing more to write. */
  private static final double DAYS = 2 * 86_400;

  @TempDir private Path root;
  private final KeptSamples kept = new KeptSamples();
  private WrittenRun run;
  private HistoryWriter history;
  private SortedMap<Long, Double> first;

  @BeforeEach
  void write() throws Exception {
    Story story = new Story().trains(1, 400, 10);
    run = new WrittenRun(root, INTERVAL).at(story.end() + DAYS).log("run/log.jsonl", story);
    history = run.history(kept);
    advance();
    first = new TreeMap<>(kept.trainedBy("run"));
  }

  private void advance() throws IOException, InterruptedException {
    while (history.advance()) {}
  }

  private void advanceLater() throws IOException, InterruptedException {
    run.clock().advance(Duration.ofSeconds(61));
    advance();
  }

  /** All samples from one second of the log to another are lost. */
  private void lose(double from, double to) {
    long start = (long) (Story.time(from) * 1e3);
    long end = (long) (Story.time(to) * 1e3);
    kept.series.values().forEach(samples -> samples.subMap(start, end).clear());
  }

  @Test
  void what_the_receiver_lost_is_written_again() throws Exception {
    lose(1_000, 2_400);
    assertNotEquals(first, kept.trainedBy("run"));
    advanceLater();
    assertEquals(first, kept.trainedBy("run"));
  }

  @Test
  void what_is_there_is_not_written_twice() throws Exception {
    int written = kept.written;
    advanceLater();
    assertEquals(written, kept.written);
  }

  @Test
  void a_run_is_compared_once() throws Exception {
    advanceLater();
    int written = kept.written;
    lose(1_000, 2_400);
    advanceLater();
    assertEquals(written, kept.written);
  }

  @Test
  void a_receiver_that_keeps_only_the_end_is_compared_too() throws Exception {
    kept.keepFrom(Story.time(2_000));
    history = run.history(kept);
    kept.series.clear();
    advance();
    SortedMap<Long, Double> end = new TreeMap<>(kept.trainedBy("run"));
    lose(3_000, 3_400);
    advanceLater();
    assertEquals(end, kept.trainedBy("run"));
  }

  @Test
  void a_receiver_that_does_not_show_what_it_has_gets_nothing_twice() throws Exception {
    int written = kept.written;
    kept.beSilent();
    advanceLater();
    assertEquals(written, kept.written);
  }
}

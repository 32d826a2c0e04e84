package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.service.step.Crew;
import org.trainingexporter.testing.HangingFiles;

/** The history of runs whose logs are on a disk that does not answer, and of others. */
@Timeout(60)
final class HungHistoryTest {
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @TempDir private Path root;
  private final HangingFiles files = new HangingFiles();
  private final Crew crew = files.crew("history reader");
  private final KeptSamples kept = new KeptSamples();
  private final Story story = new Story().trains(1, 60, 10);

  @AfterEach
  void letAllGoOn() {
    files.goOn();
    crew.close();
  }

  private WrittenRun twoRuns() throws Exception {
    return new WrittenRun(root, INTERVAL, files)
        .at(story.end() + 600)
        .log("a/log.jsonl", story)
        .log("b/log.jsonl", story);
  }

  @Test
  void the_others_are_written_meanwhile_and_the_run_when_its_disk_is_back() throws Exception {
    WrittenRun runs = twoRuns();
    HistoryWriter history = runs.history(kept, crew);
    files.hang("/a/");
    while (history.advance()) {}
    SortedMap<Long, Double> other = kept.trainedBy("b");
    assertFalse(other.isEmpty());
    assertEquals(Map.of(), kept.trainedBy("a"));
    assertFalse(history.advance());
    assertEquals(1, files.threads.count());

    files.goOn();
    HangingFiles.awaitHeld(crew, "a", false);
    while (history.advance()) {}
    assertEquals(other, kept.trainedBy("a"));
  }

  @Test
  void the_report_says_that_the_run_is_stalled() throws Exception {
    WrittenRun runs = twoRuns();
    runs.directory.watcher().report().include(crew);
    HistoryWriter history = runs.history(kept, crew);
    files.hang("/a/");
    while (history.advance()) {}
    files.passHangs();

    assertEquals(Map.of("a", true, "b", false), runs.directory.watcher().report().stalled());
  }
}

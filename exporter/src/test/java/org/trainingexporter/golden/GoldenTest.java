package org.trainingexporter.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.testing.ExpectedFile;
import org.trainingexporter.testing.Promtool;

/** Logs in, whole scrapes out: one folder a case, for every writer there is. */
final class GoldenTest {
  /** What is measured from the time of arrival, where records carry no time. */
  private static final Pattern BY_ARRIVAL =
      Pattern.compile(
          "training_(run_info|run_state|record_interval|\\w+_per_second|elapsed|eta|time|goodput|lost|\\w*timestamp).*");

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_read_at_once_is_as_recorded(GoldenCase golden, @TempDir Path temp)
      throws IOException, InterruptedException {
    WatchedCopy copy = WatchedCopy.read(golden, temp);
    String scrape = copy.scrape(golden.now());
    new ExpectedFile(golden.folder.resolve("expected.prom").toString(), "update.golden")
        .assertHolds(scrape);
    assertEquals("", Promtool.check(scrape));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_read_in_small_blocks_by_two_threads_ends_in_the_same_scrape(
      GoldenCase golden, @TempDir Path temp, @TempDir Path other) throws IOException {
    String expected = Files.readString(golden.folder.resolve("expected.prom"));
    AheadThreads ahead = new AheadThreads(1, 0, 600);
    assertEquals(expected, WatchedCopy.read(golden, temp, ahead).scrape(golden.now()));
    AheadThreads larger = new AheadThreads(2, 0, 3_000);
    assertEquals(expected, WatchedCopy.read(golden, other, larger).scrape(golden.now()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_read_line_by_line_ends_in_the_same_scrape(GoldenCase golden, @TempDir Path temp)
      throws IOException {
    GrowingFiles files = new GrowingFiles(golden);
    WatchedCopy copy = new WatchedCopy(golden, temp, files.start());
    files.into(copy);
    copy.replace(golden);
    String expected = Files.readString(golden.folder.resolve("expected.prom"));
    assertEquals(
        samples(expected, files.isTimed()), samples(copy.scrape(golden.now()), files.isTimed()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_run_that_is_replayed_ends_as_a_new_exporter_reads_it(
      GoldenCase golden, @TempDir Path temp, @TempDir Path other) throws IOException {
    WatchedCopy copy = WatchedCopy.read(golden, temp);
    assertEquals(
        WatchedCopy.readInTheEnd(golden, other).scrape(golden.now()),
        copy.scrape(copy.replayed(), golden.now()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_run_is_said_to_be_written_by_the_writer_of_its_folder(
      GoldenCase golden, @TempDir Path temp) throws IOException {
    List<RunSnapshot> runs = WatchedCopy.read(golden, temp).runs();
    assertFalse(runs.isEmpty());
    for (RunSnapshot run : runs) {
      assertEquals(golden.writer(), run.identity().writer());
    }
  }

  /** Samples in no order, since what happened at one moment may have been read either way round. */
  private static String samples(String scrape, boolean timed) {
    List<String> samples =
        scrape
            .lines()
            .filter(line -> !line.startsWith("#"))
            .filter(line -> timed || !BY_ARRIVAL.matcher(line).matches())
            .sorted()
            .toList();
    return String.join("\n", samples);
  }
}

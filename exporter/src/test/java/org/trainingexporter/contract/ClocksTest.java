package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who reads the wall clock: whatever waits follows the monotonic one, which never jumps. */
final class ClocksTest {
  private static final Set<String> ROOMS = Set.of("tail", "parse", "watch", "service");

  /** The time at which records arrive. */
  private static final String ONLY = "Watcher.java";

  private static final Pattern WALL_CLOCK =
      Pattern.compile(
          "InstantSource|currentTimeMillis|Instant\\.now|Clock\\.system|clock\\.millis");

  /** The age of a file by the wall clock, which decides nothing but what a first reading does. */
  private static final Pattern AGE =
      Pattern.compile("[nN]ow(Millis)? - [\\w.]*(modified|saved|changed)");

  private static final Set<String> FIRST_READING =
      Set.of("Silence.java", "LogScanner.java", "WatchReport.java");

  private final SourceTree sources = new SourceTree(SourceTree.EXPORTER);

  private List<String> matching(Pattern pattern) {
    return sources.files().stream()
        .filter(f -> ROOMS.contains(sources.packageOf(f).split("\\.", -1)[0]))
        .filter(f -> pattern.matcher(SourceTree.text(f)).find())
        .map(Path::getFileName)
        .map(Path::toString)
        .sorted()
        .toList();
  }

  @Test
  void in_rooms_that_wait_only_the_watcher_reads_the_wall_clock() {
    assertEquals(List.of(ONLY), matching(WALL_CLOCK));
  }

  @Test
  void the_age_of_a_file_by_the_wall_clock_counts_only_at_its_first_reading() {
    List<String> found = matching(AGE);
    assertTrue(FIRST_READING.containsAll(found), () -> found.toString());
    assertTrue(found.contains("Silence.java"));
  }
}

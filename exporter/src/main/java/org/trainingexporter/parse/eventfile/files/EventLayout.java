package org.trainingexporter.parse.eventfile.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.tail.age.ListingRule;

/**
 * The directories of a run as they grow. They are listed again only when the modification time of
 * one of them has changed. One thread.
 */
public final class EventLayout {
  private final Path run;
  private final ListingRule rule = new ListingRule();
  private List<EventDirectory> listed = List.of();

  public EventLayout(Path run) {
    this.run = run;
  }

  /**
   * The directories where something may have come or gone since the last call.
   *
   * @param nanos of the monotonic clock
   * @throws IOException where the run's directory cannot be listed
   */
  public Optional<List<EventDirectory>> refresh(long nanos) throws IOException {
    if (!rule.isDue(times(), nanos)) {
      return Optional.empty();
    }
    try {
      listed = EventDirectory.ofRun(run);
    } catch (IOException e) {
      rule.failed();
      throw e;
    }
    rule.listed(times(), nanos);
    return Optional.of(listed);
  }

  /** Sets that are no part of the run yet may become one: they count too. */
  private Map<Path, Long> times() {
    Map<Path, Long> times = new HashMap<>();
    times.put(run, modified(run));
    listed.forEach(
        d -> {
          times.put(d.path(), modified(d.path()));
          d.below().forEach(below -> times.put(below, modified(below)));
        });
    return times;
  }

  private static long modified(Path directory) {
    try {
      return Files.getLastModifiedTime(directory).toMillis();
    } catch (IOException e) {
      return Long.MIN_VALUE / 2;
    }
  }
}

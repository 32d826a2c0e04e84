package org.trainingexporter.parse.eventfile.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directories of a run as they grow. They are listed again only when the modification time of
 * one of them has changed. One thread.
 */
public final class EventLayout {
  /** Milliseconds after a change within which another one may leave the same time. */
  private static final long UNSURE = 2_000;

  private final Path run;
  private Map<Path, Long> seen = Map.of();
  private List<EventDirectory> listed = List.of();
  private long listedAt = Long.MIN_VALUE;

  public EventLayout(Path run) {
    this.run = run;
  }

  /**
   * The directories where something may have come or gone since the last call.
   *
   * @throws IOException where the run's directory cannot be listed
   */
  public Optional<List<EventDirectory>> refresh(double now) throws IOException {
    long millis = (long) Math.min(now * 1_000, Long.MAX_VALUE / 2.0);
    if (!seen.isEmpty() && times().equals(seen) && isSure()) {
      return Optional.empty();
    }
    listed = EventDirectory.ofRun(run);
    listedAt = millis;
    seen = times();
    return Optional.of(listed);
  }

  private boolean isSure() {
    return seen.values().stream().allMatch(changed -> listedAt - changed >= UNSURE);
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

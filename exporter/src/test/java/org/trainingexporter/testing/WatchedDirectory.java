package org.trainingexporter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.plots.Plots;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.TrainingState;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;

/**
 * A directory with logs and a {@link Watcher} over it, under a clock of its own: what is written is
 * written at the clock's time, and every poll is half a second later.
 */
public final class WatchedDirectory {
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final int LONGEST_LINE = 16 << 20;

  public final ManualClock clock = new ManualClock();
  private final Path root;
  private final Watcher watcher;

  public WatchedDirectory(Path root) {
    this(root, List.of(root), FileState::of, LONGEST_LINE, Optional.empty());
  }

  public WatchedDirectory(Path root, int longestLine) {
    this(root, List.of(root), FileState::of, longestLine, Optional.empty());
  }

  public WatchedDirectory(Path root, FileState.Probe probe) {
    this(root, List.of(root), probe, LONGEST_LINE, Optional.empty());
  }

  /** Reads with threads that work ahead. */
  public WatchedDirectory(Path root, FileState.Probe probe, AheadThreads ahead) {
    this(root, List.of(root), probe, LONGEST_LINE, Optional.empty(), Steps.INLINE, ahead);
  }

  public WatchedDirectory(Path root, Duration maxAge) {
    this(root, List.of(root), FileState::of, LONGEST_LINE, Optional.of(maxAge));
  }

  /**
   * Watches several directories or files.
   *
   * @param root what file names are relative to
   */
  public WatchedDirectory(Path root, List<Path> watched) {
    this(root, watched, FileState::of, LONGEST_LINE, Optional.empty());
  }

  /** Reads through steps of their own. */
  public WatchedDirectory(Path root, List<Path> watched, FileState.Probe probe, Steps steps) {
    this(root, watched, probe, LONGEST_LINE, Optional.empty(), steps, AheadThreads.NONE);
  }

  private WatchedDirectory(
      Path root,
      List<Path> watched,
      FileState.Probe probe,
      int longestLine,
      Optional<Duration> maxAge) {
    this(root, watched, probe, longestLine, maxAge, Steps.INLINE, AheadThreads.NONE);
  }

  private WatchedDirectory(
      Path root,
      List<Path> watched,
      FileState.Probe probe,
      int longestLine,
      Optional<Duration> maxAge,
      Steps steps,
      AheadThreads ahead) {
    this.root = root;
    Logs logs = new Logs(new FileAccess(new ClockedFiles(probe, clock), longestLine, ahead));
    watcher =
        new Watcher(watched, logs, run -> Optional.empty(), ZoneOffset.UTC, maxAge, clock, steps);
  }

  /** For who wants the runs with their places, or once more. */
  public Watcher watcher() {
    return watcher;
  }

  public Path path(String name) {
    return root.resolve(name);
  }

  /** Writes a file anew, in place. */
  public Path write(String name, byte[] bytes) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return touch(file);
  }

  public Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  public Path append(String name, byte[] bytes) throws IOException {
    Path file = path(name);
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return touch(file);
  }

  public Path append(String name, String text) throws IOException {
    return append(name, text.getBytes(UTF_8));
  }

  /** Moves a file's time to the clock's. */
  public Path touch(Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  /** The next beat: reads all that is there of known files. */
  public WatchedDirectory poll() {
    return pollAfter(BEAT);
  }

  /** A beat so much later that every directory is listed again. */
  public WatchedDirectory pollLater() {
    return pollAfter(Duration.ofSeconds(11));
  }

  public WatchedDirectory pollAfter(Duration pause) {
    clock.advance(pause);
    while (watcher.poll() == PollResult.MORE) {
      clock.advance(Duration.ofMillis(1));
    }
    return this;
  }

  public Set<String> names() {
    return watcher.snapshots().stream()
        .map(s -> s.identity().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public RunSnapshot run(String name) throws NoSuchFileException {
    return watcher.snapshots().stream()
        .filter(s -> s.identity().name().equals(name))
        .findAny()
        .orElseThrow(() -> new NoSuchFileException("no run " + name + " among " + names()));
  }

  /** The only run there is. */
  public RunSnapshot run() throws NoSuchFileException {
    if (watcher.snapshots().size() != 1) {
      throw new NoSuchFileException("one run expected, there are " + names());
    }
    return watcher.snapshots().get(0);
  }

  public double step() throws NoSuchFileException {
    return run().position().step();
  }

  /** How many records of any kind the only run has. */
  public long records() throws NoSuchFileException {
    return run().counts().records().values().stream().mapToLong(n -> n).sum();
  }

  public long rejected(Rejection reason) throws NoSuchFileException {
    return run().counts().rejections().getOrDefault(reason, 0L);
  }

  public TrainingState state() throws NoSuchFileException {
    return run().state(clock.seconds());
  }

  public long lag(String name) {
    return watcher.report().lags().getOrDefault(name, -1L);
  }

  /** Curves of these runs, read under the same clock. */
  public Plots plots() {
    return plots(Steps.INLINE);
  }

  /** The same, with steps of their own for what may hang. */
  public Plots plots(Steps steps) {
    return new Plots(watcher, clock, steps);
  }

  public boolean isReady() {
    return watcher.isReady();
  }
}

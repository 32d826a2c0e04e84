package org.trainingexporter.golden;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trainingexporter.http.api.answer.About;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.plots.Plots;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.RunListener;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;

/** A directory that the real watcher watches, and whose files appear as a test says. */
final class WatchedCopy {
  /** Depends on the machine, so no golden file holds it. */
  private static final String FREE_SPACE = "training_filesystem_free_bytes";

  private static final Duration UNTIL_REPLACED = Duration.ofMinutes(1);

  private final Path directory;
  private final Watcher watcher;
  private Instant now;

  WatchedCopy(Path directory, Instant start) throws IOException {
    this(directory, start, Optional.empty(), AheadThreads.NONE);
  }

  /** The directory of a case, without its files. */
  WatchedCopy(GoldenCase golden, Path temp, Instant start) throws IOException {
    this(golden, temp, start, AheadThreads.NONE);
  }

  private WatchedCopy(GoldenCase golden, Path temp, Instant start, AheadThreads ahead)
      throws IOException {
    this(temp.resolve(golden.name()), start, golden.born(), ahead);
  }

  private WatchedCopy(Path directory, Instant start, Optional<Instant> born, AheadThreads ahead)
      throws IOException {
    this.directory = Files.createDirectories(directory);
    this.now = start;
    Logs logs = new Logs(new FileAccess(new BornFiles(born, () -> now), 1 << 24, ahead));
    this.watcher =
        new Watcher(
            List.of(directory),
            logs,
            run -> Optional.empty(),
            ZoneOffset.UTC,
            Optional.empty(),
            () -> now);
  }

  /** A case's files, each read at once. */
  static WatchedCopy read(GoldenCase golden, Path temp) throws IOException {
    return read(golden, temp, AheadThreads.NONE);
  }

  /** The same with threads that work ahead. */
  static WatchedCopy read(GoldenCase golden, Path temp, AheadThreads ahead) throws IOException {
    Instant start = golden.isReplaced() ? golden.now().minus(UNTIL_REPLACED) : golden.now();
    WatchedCopy copy = new WatchedCopy(golden, temp, start, ahead);
    copy.write(golden, golden.first(), golden.isReplaced() ? UNTIL_REPLACED : Duration.ZERO);
    copy.read();
    copy.replace(golden);
    return copy;
  }

  /** A case's files as they are in the end, read by an exporter that saw nothing before. */
  static WatchedCopy readInTheEnd(GoldenCase golden, Path temp) throws IOException {
    WatchedCopy copy = new WatchedCopy(golden, temp, golden.now());
    copy.write(golden, golden.input(), Duration.ZERO);
    copy.read();
    return copy;
  }

  /** Replaces what was read first, where the case says so, and reads again. */
  void replace(GoldenCase golden) throws IOException {
    if (golden.isReplaced()) {
      for (Path file : GoldenCase.files(directory)) {
        if (!Files.exists(golden.input().resolve(directory.relativize(file).toString()))) {
          Files.delete(file);
        }
      }
      write(golden, golden.input(), Duration.ZERO);
      pass(UNTIL_REPLACED);
      read();
    }
  }

  /** Writes the folder's files, so long before the time that the case gives them. */
  private void write(GoldenCase golden, Path folder, Duration earlier) throws IOException {
    for (Path file : GoldenCase.files(folder)) {
      Path name = folder.relativize(file);
      Path copy = directory.resolve(name.toString());
      Files.createDirectories(copy.getParent());
      Files.write(copy, Files.readAllBytes(file));
      Files.setLastModifiedTime(copy, FileTime.from(golden.written(name).minus(earlier)));
    }
  }

  void append(Path file, byte[] bytes, Instant written) throws IOException {
    Path copy = directory.resolve(file.toString());
    Files.createDirectories(copy.getParent());
    Files.write(copy, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Files.setLastModifiedTime(copy, FileTime.from(written));
  }

  /** Lets the watcher read all that is there. */
  void read() {
    while (watcher.poll() == PollResult.MORE) {}
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  List<RunSnapshot> runs() {
    return watcher.snapshots();
  }

  /** The runs once more, each from a replay that goes on until nothing is left. */
  List<RunSnapshot> replayed() throws IOException {
    List<RunSnapshot> replayed = new ArrayList<>();
    for (PublishedRun watched : watcher.watched()) {
      Replay replay = watcher.replay(watched, RunListener.NONE);
      while (replay.poll(watched, now.toEpochMilli() / 1e3) == PollResult.MORE) {}
      replayed.add(replay.snapshot());
    }
    return replayed;
  }

  /** What the page's answers are made from, at that time. */
  ApiContext model(Instant at) {
    About about =
        new About(
            "1.2.3", "live", "", List.of("/logs"), Watcher.FILES, false, () -> true, this::ignored);
    return new ApiContext(
        watcher::snapshots,
        Optional::empty,
        new Plots(watcher, () -> at, Steps.INLINE),
        about,
        () -> at);
  }

  private List<About.IgnoredFile> ignored() {
    return watcher.report().ignored().stream()
        .map(
            log ->
                new About.IgnoredFile(
                    directory.relativize(log.file()).toString(), log.reason().label, log.nearest()))
        .toList();
  }

  /** The training metrics at that time, in the text format. */
  String scrape(Instant at) throws IOException {
    return scrape(watcher.snapshots(), at);
  }

  String scrape(List<RunSnapshot> runs, Instant at) throws IOException {
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(new TrainingMetrics(() -> runs, () -> at, 20_000));
    StringWriter out = new StringWriter();
    TextFormat.write004(out, registry.metricFamilySamples());
    return out.toString()
        .lines()
        .filter(line -> !line.contains(FREE_SPACE) && !line.contains("training_exporter_"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

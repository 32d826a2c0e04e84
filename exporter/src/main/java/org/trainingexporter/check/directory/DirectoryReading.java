package org.trainingexporter.check.directory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trainingexporter.check.directory.DirectoryReport.FileIgnored;
import org.trainingexporter.check.directory.DirectoryReport.FileRole;
import org.trainingexporter.check.directory.DirectoryReport.RunFiles;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.watch.log.PublishedLog;

/** Reads all runs of a directory once, as the exporter does when it starts. */
public final class DirectoryReading {
  /** What was just written counts as whole. */
  private static final Duration LATER = Duration.ofHours(1);

  private final Logs logs;
  private final Function<String, Optional<RunRule>> rules;
  private final ZoneId zone;
  private final Function<Path, String> writers;

  /**
   * @param rules what the configuration says of a run, by its name
   * @param zone of times that are logged without one
   * @param writers the writer of a file, read by itself
   */
  public DirectoryReading(
      Logs logs,
      Function<String, Optional<RunRule>> rules,
      ZoneId zone,
      Function<Path, String> writers) {
    this.logs = logs;
    this.rules = rules;
    this.zone = zone;
    this.writers = writers;
  }

  /**
   * Reads the directory.
   *
   * @param shown its path in the report
   */
  public DirectoryReport read(Path directory, String shown) {
    Instant now = Instant.now().plus(LATER);
    Watcher watcher =
        new Watcher(List.of(directory), logs, rules, zone, Optional.empty(), () -> now);
    PollResult result = PollResult.MORE;
    while (result == PollResult.MORE) {
      result = watcher.poll();
    }
    List<RunFiles> runs =
        watcher.watched().stream()
            .map(run -> files(directory, run))
            .sorted(Comparator.comparing(RunFiles::run))
            .toList();
    List<FileIgnored> ignored =
        watcher.report().ignored().stream()
            .map(i -> new FileIgnored(below(directory, i.file()), i.reason(), i.nearest()))
            .toList();
    return new DirectoryReport(shown, runs, ignored);
  }

  private RunFiles files(Path directory, PublishedRun run) {
    String leading = run.run().identity().writer();
    List<FileRole> files = new ArrayList<>();
    for (PublishedLog log : run.logs()) {
      boolean leads = log.role() == LogRole.LEADS;
      String writer = leads ? leading : writers.apply(log.path());
      files.add(
          new FileRole(below(directory, log.path()), log.role(), log.profile().format(), writer));
    }
    return new RunFiles(run.run().identity().name(), run.run().ownName(), files);
  }

  private static String below(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }
}

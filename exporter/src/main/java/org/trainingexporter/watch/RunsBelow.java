package org.trainingexporter.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.relation.LogRelations;
import org.trainingexporter.watch.relation.NewLogs;

/**
 * The directories below one, such as {@code wandb} and {@code runs}: their runs may be told once
 * more by a log above, or by one another. One thread.
 */
final class RunsBelow {
  /** A log in one of the directories. */
  record LogBelow(RunFolder folder, FoundLog log) {
    /** The run that it leads; from now on, where it was only found. */
    private Optional<Run> lead(double now) {
      if (folder.found().contains(log)) {
        folder.settle(log, folder.folderRuns().lead(log, now));
        folder.folderRuns().end();
      }
      return folder.folderRuns().ledBy(log);
    }

    /** Opens one that repeats it in the run that it leads; false where that cannot be now. */
    boolean open(Supplier<Path> where, LogProfile profile, double now) {
      FolderRuns runs = folder.folderRuns();
      return lead(now)
          .filter(run -> runs.open(where, profile, run, LogRole.REPEATS, now))
          .isPresent();
    }

    private boolean mayBeToldBy(FoundLog other) {
      FolderRuns runs = folder.folderRuns();
      return runs.ledBy(log).map(r -> !runs.hasKind(r, other.kind())).orElse(true);
    }
  }

  private final List<RunFolder> folders;
  private final NewLogs relations;

  /**
   * @param idle the runs that nobody reads now
   * @param relations of logs
   */
  RunsBelow(List<RunFolder> folders, Set<Run> idle, NewLogs relations) {
    this.folders = folders;
    this.relations = relations;
    folders.forEach(f -> f.folderRuns().begin(idle));
  }

  /** The log that leads a run below and tells the training of this one from above. */
  Optional<LogBelow> ledOnce(FoundLog log, double now) {
    return first(log, leading(), now);
  }

  /** The same, but the log may be one that was only found. */
  Optional<LogBelow> toldOnce(FoundLog log, double now) {
    return first(log, Stream.concat(leading(), found()), now);
  }

  /** Opens logs that tell of a training in another of the directories in its run. */
  void joinOneAnother(double now) {
    List<LogBelow> leaders = new ArrayList<>(leading().toList());
    Comparator<LogBelow> leadingFirst =
        Comparator.comparing(LogBelow::log, LogRelations.LEADING_FIRST);
    for (LogBelow below : found().sorted(leadingFirst).toList()) {
      Stream<LogBelow> others = leaders.stream().filter(l -> l.folder != below.folder);
      Optional<LogBelow> leader = first(below.log, others, now);
      FoundLog log = below.log;
      leader.ifPresent(l -> below.folder.settle(log, l.open(log::path, log.profile(), now)));
      if (leader.isEmpty()) {
        leaders.add(below);
      }
    }
  }

  private Optional<LogBelow> first(FoundLog log, Stream<LogBelow> leaders, double now) {
    return leaders
        .filter(l -> l.mayBeToldBy(log) && relations.repeatsFromAfar(log, l.log, now))
        .findFirst();
  }

  private Stream<LogBelow> leading() {
    return folders.stream()
        .flatMap(f -> f.folderRuns().leaders().stream().map(l -> new LogBelow(f, l)));
  }

  private Stream<LogBelow> found() {
    return folders.stream()
        .flatMap(f -> f.found().stream().filter(FoundLog::trains).map(l -> new LogBelow(f, l)));
  }
}

package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.FoundLog;
import org.trainingexporter.watch.log.LogRole;

/**
 * The runs of one directory: each log with training records leads one, the others join the first. A
 * run that somebody reads gets no logs. One thread, but for {@link #discovered}.
 */
final class FolderRuns {
  private final Function<Optional<String>, Run> factory;
  private final List<Run> runs = new ArrayList<>();

  /** The log that leads each run. */
  private final Map<Run, FoundLog> led = new LinkedHashMap<>();

  /** Logs that had no training records when they were found; one may lead its run by now. */
  private final Map<Run, List<FoundLog>> joined = new HashMap<>();

  private final Map<Run, Set<LogKind>> kinds = new HashMap<>();

  /** The runs that nobody reads while the discovery goes on, here and in other directories. */
  private Set<Run> idle = Set.of();

  /** Those that the discovery has made. */
  private final Set<Run> made = new HashSet<>();

  private volatile List<Run> discovered = List.of();

  /**
   * @param factory makes a run: the directory's own, or one with a name below it
   */
  FolderRuns(Function<Optional<String>, Run> factory) {
    this.factory = factory;
  }

  /** A discovery begins, which may change only the runs that nobody reads. */
  void begin(Set<Run> unread) {
    idle = unread;
    made.clear();
    runs.stream().filter(run -> isFree(run) && !led.containsKey(run)).forEach(this::findLeader);
  }

  private void findLeader(Run run) {
    joined.getOrDefault(run, List.of()).stream()
        .filter(log -> run.isLedBy(log.path()))
        .findFirst()
        .ifPresent(log -> led.put(run, log));
  }

  private boolean isFree(Run run) {
    return idle.contains(run) || made.contains(run);
  }

  /** It ends: its runs are those of {@link #discovered}. */
  void end() {
    discovered = List.copyOf(runs);
  }

  /** The runs, as the newest discovery has left them. Any thread. */
  List<Run> discovered() {
    return discovered;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** The logs that lead runs. */
  Collection<FoundLog> leaders() {
    return led.values();
  }

  /** The run that a log leads. */
  Optional<Run> ledBy(FoundLog leader) {
    return led.entrySet().stream()
        .filter(e -> e.getValue().equals(leader))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a log of that kind was opened here in that run. */
  boolean hasKind(Run run, LogKind kind) {
    return kinds.getOrDefault(run, Set.of()).contains(kind);
  }

  /**
   * A log with training records leads the first run that has none, or one of its own.
   *
   * @return whether it was opened
   */
  boolean lead(FoundLog found, double now) {
    if (runs.stream().anyMatch(r -> !isFree(r) && !led.containsKey(r))) {
      return false; // it may be that run's
    }
    Optional<Run> unled = runs.stream().filter(r -> isFree(r) && !r.isLed()).findFirst();
    Run run = unled.orElseGet(() -> add(found.path()));
    boolean opened = open(found, run, LogRole.LEADS, now);
    if (opened) {
      led.put(run, found);
    }
    return opened;
  }

  /** Opens a log in the first run. */
  boolean join(FoundLog found, double now) {
    Run run = first(found.path());
    boolean opened = open(found, run, LogRole.JOINS, now);
    if (opened) {
      joined.computeIfAbsent(run, r -> new ArrayList<>()).add(found);
    }
    return opened;
  }

  /** Opens a log in a run; not where somebody reads the run, or the log is gone. */
  boolean open(FoundLog found, Run run, LogRole role, double now) {
    return open(found::path, found.profile(), run, role, now);
  }

  /** The same of a document that may move. */
  boolean open(Supplier<Path> where, LogProfile profile, Run run, LogRole role, double now) {
    if (!isFree(run)) {
      return false;
    }
    try {
      run.open(where, profile, role, now);
      kinds.computeIfAbsent(run, r -> EnumSet.noneOf(LogKind.class)).add(profile.format().kind());
      return true;
    } catch (IOException e) {
      return false; // gone or replaced since it was probed: the next discovery finds what there is
    }
  }

  /** The first run; where there is none yet, a new one for that file. */
  Run first(Path file) {
    return runs.isEmpty() ? add(file) : runs.get(0);
  }

  private Run add(Path file) {
    String stem = FileNames.withoutSuffix(file.getFileName().toString());
    Run run = factory.apply(runs.isEmpty() ? Optional.empty() : Optional.of(stem));
    runs.add(run);
    made.add(run);
    return run;
  }

  /** Lets go of a run that nobody reads now; its logs are not opened again. */
  void release(Run run) {
    runs.remove(run);
    led.remove(run);
    joined.remove(run);
    kinds.remove(run);
    end();
  }
}

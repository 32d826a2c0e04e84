package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.outline.LogOutline;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.log.RejectionLog;
import org.trainingexporter.watch.setting.RunConfigs;

/** Makes runs, and probes files, as the configuration's rules say. Any thread. */
final class RunFactory {
  /**
   * What a run is called and where it lies.
   *
   * @param name no other run has it
   * @param directory of its logs, without parts such as {@code logs}
   * @param below the same as seen from what is watched
   */
  record RunPlace(String name, Path directory, String below) {}

  private final Logs logs;
  private final Function<String, Optional<RunRule>> rules;
  private final ZoneId zone;
  private final Map<String, Optional<RunRule>> names = new ConcurrentHashMap<>();

  /**
   * @param rules of a run, by its name
   * @param zone of times that are logged without one, where no rule says otherwise
   */
  RunFactory(Logs logs, Function<String, Optional<RunRule>> rules, ZoneId zone) {
    this.logs = logs;
    this.rules = rules;
    this.zone = zone;
  }

  /** A run of that name, or with a number appended where the name is in use. */
  Run create(String name, Path directory, String below) {
    String free = name;
    for (int n = 2; names.putIfAbsent(free, rules.apply(free)) != null; n++) {
      free = name + "~" + n;
    }
    return run(new RunPlace(free, directory, below), RejectionLog::new, RunListener.NONE);
  }

  /** The same run again without logs; rejections are counted but not named a second time. */
  Run again(PublishedRun published, RunListener listener) {
    RunIdentity identity = published.run().identity();
    RunPlace place = new RunPlace(identity.name(), published.directory(), identity.path());
    return run(place, RejectionLog::uncommented, listener);
  }

  private Run run(RunPlace place, RejectionLog.Factory rejections, RunListener listener) {
    Optional<RunRule> rule = rules.apply(place.name());
    return new Run(place, logs, context(rule), RunConfigs.of(rule), rejections, listener);
  }

  private ParseContext context(Optional<RunRule> rule) {
    return new ParseContext(
        new KeyRegistry(rule.map(RunRule::fields).orElse(Map.of())),
        new Timestamps(rule.flatMap(RunRule::timeZone).orElse(zone)));
  }

  /** The run is no more: its name may be used again. */
  void release(Run run) {
    names.remove(run.place.name());
  }

  /** Whether the rule of one of these runs has changed; then their names are free again. */
  boolean releaseChanged(List<Run> runs) {
    boolean changed =
        runs.stream()
            .map(run -> run.place.name())
            .anyMatch(name -> !rules.apply(name).equals(names.get(name)));
    if (changed) {
      runs.forEach(this::release);
    }
    return changed;
  }

  /** Where the configuration says that a run's checkpoints are, beside those near its logs. */
  List<Path> checkpointFolders(String run, Path directory) {
    return rules.apply(run).flatMap(RunRule::checkpoints).map(directory::resolve).stream().toList();
  }

  /** Finds out what a file is, read as a log of that run. */
  LogProfile probe(Path file, String run, double now) throws IOException {
    ParseContext context = context(rules.apply(run));
    return logs.probe().probe(logs.withPast(() -> file, context, now), context, now);
  }

  /** Whether a file is there and a log of that run. */
  boolean isLog(Path file, String run, double now) {
    try {
      return FileState.of(file).size() > 0 && probe(file, run, now).isLog();
    } catch (IOException e) {
      return false;
    }
  }

  /** The log's outline, read as one of that run. */
  LogOutline outline(Path file, String run, double now) throws IOException {
    return logs.outline(file, context(rules.apply(run)), Long.MAX_VALUE, now);
  }

  /** Its rotated copies with the stamp before the suffix, read as logs of that run. */
  List<Path> stampedParts(Path log, String run, double now) {
    return logs.withPast(() -> log, context(rules.apply(run)), now).stamped();
  }
}

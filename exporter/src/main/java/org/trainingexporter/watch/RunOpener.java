package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.open.LogProbe;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.tail.Rotation;
import org.trainingexporter.watch.log.LogCursor;
import org.trainingexporter.watch.log.PublishedLog;
import org.trainingexporter.watch.log.RejectionLog;

/** Makes runs and opens their logs as the configuration says. */
final class RunOpener {
  private final Logs logs;
  private final LogProbe logProbe;
  private final Function<String, Optional<RunRule>> rules;
  private final ZoneId zone;
  private final Set<String> names = new HashSet<>();

  RunOpener(Logs logs, Function<String, Optional<RunRule>> rules, ZoneId zone) {
    this.logs = logs;
    this.logProbe = logs.logProbe();
    this.rules = rules;
    this.zone = zone;
  }

  private KeyRegistry fields(String run) {
    return new KeyRegistry(rules.apply(run).map(RunRule::fields).orElse(Map.of()));
  }

  /** A run under that name, or where it is taken under the name with a number behind. */
  Run run(String name, Path directory, String below) {
    String free = name;
    for (int n = 2; !names.add(free); n++) {
      free = name + "~" + n;
    }
    return run(free, directory, below, RunListener.NONE);
  }

  private Run run(String name, Path directory, String below, RunListener listener) {
    Optional<RunRule> rule = rules.apply(name);
    RunConfig config = RunConfigs.of(rule);
    ZoneId itsZone = rule.flatMap(RunRule::timeZone).orElse(zone);
    return new Run(name, directory, below, fields(name), itsZone, config, listener);
  }

  /** The same run once more, none of its logs open yet. */
  Run again(PublishedRun watched, RunListener listener) {
    RunIdentity identity = watched.run().identity();
    return run(identity.name(), watched.directory(), identity.path(), listener);
  }

  /** The run is no more: its name may be given again. */
  void release(Run run) {
    names.remove(run.name);
  }

  /** Where the configuration says that a run's checkpoints are, beside those near its logs. */
  List<Path> checkpointFolders(String run, Path directory) {
    return rules.apply(run).flatMap(RunRule::checkpoints).map(directory::resolve).stream().toList();
  }

  LogProfile profile(Path file, String run) throws IOException {
    return logProbe.profile(file, fields(run));
  }

  boolean trains(LogProfile profile, Path file, String run, double now) throws IOException {
    return logs.trains(profile, file, Rotation.past(file), fields(run), now);
  }

  /** A log of the run; {@code place} is where it is now. */
  LogCursor open(Run run, LogProfile profile, Supplier<Path> place, double now) throws IOException {
    return open(run, profile, place, new RejectionLog(place.get(), run::reject), now);
  }

  /** A log that is read once more: what it has rejected was named before. */
  LogCursor again(Run run, PublishedLog log, double now) throws IOException {
    RejectionListener rejections = (reason, line, key, detail) -> run.reject(reason);
    return open(run, log.profile(), log::path, rejections, now);
  }

  private LogCursor open(
      Run run, LogProfile profile, Supplier<Path> place, RejectionListener rejections, double now)
      throws IOException {
    Path path = place.get();
    List<Path> past =
        profile.format() == LogProfile.LogFormat.DOCUMENT ? List.of() : Rotation.past(path);
    LogCursor feed =
        new LogCursor(
            place,
            profile,
            logs.open(profile, place, past, run.fields(), run.times(), rejections, now));
    run.opened(profile);
    return feed;
  }
}

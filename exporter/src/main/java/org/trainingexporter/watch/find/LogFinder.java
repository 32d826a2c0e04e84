package org.trainingexporter.watch.find;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.rotation.Rotation;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.ignored.IgnoredLogs;

/** Which files of a directory are logs. A file that is none is probed again when it changes. */
public final class LogFinder {
  private static final Logger log = LoggerFactory.getLogger(LogFinder.class);

  /** Finds out what a file is. */
  @FunctionalInterface
  public interface Prober {
    LogProfile probe(Path file, double now) throws IOException;
  }

  /** A file that is no log in that state; with a bounded head it stays none however it grows. */
  private record NoLog(FileState state, LogFormat format, boolean isBounded) {
    boolean isStill(Path file) throws IOException {
      FileState now = format.state(file, FileState::of);
      boolean grew = isBounded && state.isSameFile(now) && now.size() >= state.size();
      return grew || state.equals(now);
    }
  }

  private final Prober prober;
  private final Map<Path, NoLog> noLogs = new HashMap<>();
  private final Map<Path, FaultReporter> unreadable = new HashMap<>();
  private final Set<Path> opened = new HashSet<>();
  private final IgnoredLogs ignored = new IgnoredLogs();

  /** Logs that were opened: of one that has several files, further files are part of it. */
  private final Set<Path> openedLogs = new HashSet<>();

  public LogFinder(Prober prober) {
    this.prober = prober;
  }

  /**
   * The logs among those files, the oldest first, without those that were opened.
   *
   * @param now seconds since 1970
   */
  public List<FoundLog> find(Collection<Path> files, double now) {
    noLogs.keySet().retainAll(files);
    unreadable.keySet().retainAll(files);
    ignored.retain(files);
    List<FoundLog> found = new ArrayList<>();
    files.stream().filter(f -> !opened.contains(f)).forEach(f -> probe(f, now, found));
    found.sort(FoundLog.OLDEST_FIRST);
    Set<Path> logs = new HashSet<>();
    found.removeIf(f -> isPart(f) || !logs.add(f.log()));
    return found;
  }

  /** Whether the file is part of a log that was opened. */
  private boolean isPart(FoundLog found) {
    boolean part = openedLogs.contains(found.log());
    if (part) {
      opened.add(found.path());
    }
    return part;
  }

  /** A run has opened the log: it is not found again. */
  public void openedLog(FoundLog found) {
    opened.add(found.path());
    openedLogs.add(found.log());
  }

  /**
   * What a file is; empty where nothing says so. A log that was just rotated is empty or does not
   * say yet what it is: then its newest rotated copy does.
   */
  private Optional<LogProfile> profile(Path file, boolean isEmpty, double now) throws IOException {
    if (isEmpty) {
      Optional<Path> past =
          newest(Stream.concat(Rotation.stamped(file).stream(), Rotation.past(file).stream()));
      return past.isPresent() ? Optional.of(prober.probe(past.get(), now)) : Optional.empty();
    }
    LogProfile own = prober.probe(file, now);
    boolean mayFollow = !own.isLog() && !own.isBounded() && !own.format().isDocument();
    Optional<Path> past = mayFollow ? newest(Rotation.past(file).stream()) : Optional.empty();
    LogProfile before = past.isPresent() ? prober.probe(past.get(), now) : own;
    return Optional.of(before.isLog() ? before : own);
  }

  private static Optional<Path> newest(Stream<Path> oldestFirst) {
    return oldestFirst.reduce((older, newer) -> newer);
  }

  /** The file needs no run of its own: it is not found again. */
  public void opened(Path file) {
    opened.add(file);
  }

  public boolean isOpened(Path file) {
    return opened.contains(file);
  }

  /** The files that look like logs and are not read, as the newest search has found them. */
  public List<IgnoredLog> ignored() {
    return ignored.all();
  }

  private void probe(Path file, double now, List<FoundLog> all) {
    try {
      FileState state = FileState.of(file);
      NoLog before = noLogs.get(file);
      if (before != null && before.isStill(file)) {
        return;
      }
      Optional<LogProfile> found = profile(file, state.size() == 0, now);
      if (found.isEmpty()) {
        return;
      }
      LogProfile profile = found.get();
      unreadable.remove(file);
      if (profile.isLog()) {
        noLogs.remove(file);
        ignored.remove(file);
        boolean timed = !Double.isNaN(profile.firstTime());
        double time = timed ? profile.firstTime() : state.modifiedSeconds();
        all.add(new FoundLog(file, profile, time));
      } else {
        LogFormat format = profile.format();
        FileState whole = format.state(file, p -> p.equals(file) ? state : FileState.of(p));
        noLogs.put(file, new NoLog(whole, format, profile.isBounded()));
        profile.miss().ifPresentOrElse(m -> ignored.add(file, m), () -> ignored.remove(file));
      }
    } catch (AccessDeniedException e) {
      ignored.addUnreadable(file);
      unreadable
          .computeIfAbsent(file, f -> new FaultReporter(log))
          .failed(Level.WARN, file + ": cannot be read; looking again");
    } catch (IOException e) {
      // Gone since it was listed, or no regular file: the next listing shows what there is.
    }
  }
}

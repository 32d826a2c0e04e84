package org.trainingexporter.watch.ignored;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.parse.format.NearMiss;

/** The files of a directory that look like logs and are not read; each is named once. */
public final class IgnoredLogs {
  private static final Logger log = LoggerFactory.getLogger(IgnoredLogs.class);

  private final Map<Path, IgnoredLog> files = new TreeMap<>();

  /** The file cannot be read; whoever finds out names it. */
  public void addUnreadable(Path file) {
    String nearest = "the exporter may not read it";
    files.put(file, new IgnoredLog(file, IgnoredLog.Reason.UNREADABLE, nearest, 1));
  }

  /** The file is no log, but looks like one. */
  public void add(Path file, NearMiss.Miss miss) {
    IgnoredLog.Reason reason =
        switch (miss.kind()) {
          case NO_POSITION -> IgnoredLog.Reason.NO_POSITION;
          case NO_SIGNAL -> IgnoredLog.Reason.NO_SIGNAL;
          case UNKNOWN_FORMAT -> IgnoredLog.Reason.UNKNOWN_FORMAT;
        };
    IgnoredLog before = files.put(file, new IgnoredLog(file, reason, miss.nearest(), 1));
    if (before == null || before.reason() != reason) {
      String message = file + ": looks like a log and is not read: " + miss.nearest();
      log.info("{}", message.replaceAll("\\p{Cntrl}+", " "));
    }
  }

  public void remove(Path file) {
    files.remove(file);
  }

  public void retain(Collection<Path> present) {
    if (!files.isEmpty()) {
      files.keySet().retainAll(present);
    }
  }

  /** By name. */
  public List<IgnoredLog> all() {
    return List.copyOf(files.values());
  }
}

package org.trainingexporter.parse.open;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.value.KeyTimes;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.FullScan;
import org.trainingexporter.parse.time.ScanSubject;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;

/** Scans whole logs; a scan that was kept is made again only when its subject has changed. */
final class LogScanner {
  private final FileAccess access;

  LogScanner(FileAccess access) {
    this.access = access;
  }

  /**
   * Scans a log. Where all of it shows that a key about time means another than its head has shown,
   * it is scanned a second time.
   *
   * @param keyTimes what keys about time mean, as the head has shown
   * @param kept an earlier scan of the log, or {@link FullScan#NONE}
   */
  FullScan scan(
      LogFormat format,
      LogFiles files,
      ParseContext context,
      KeyTimes keyTimes,
      FullScan kept,
      double now)
      throws IOException {
    ScanSubject subject = subject(format, files, context, now);
    if (subject.equals(kept.subject())) {
      return kept;
    }
    FullScan scan = scan(subject, format, files, context, keyTimes, now);
    return scan.keyTimes().agrees(keyTimes)
        ? scan
        : scan(subject, format, files, context, scan.keyTimes(), now);
  }

  private FullScan scan(
      ScanSubject subject,
      LogFormat format,
      LogFiles files,
      ParseContext context,
      KeyTimes keyTimes,
      double now)
      throws IOException {
    ParseContext own = context.fresh();
    own.keys().times().adopt(keyTimes);
    RecordSource source = format.open(files, access, own.reader(), RejectionListener.NONE);
    return FullScan.of(subject, source, own.times(), own.keys(), access.probe(), now);
  }

  private ScanSubject subject(LogFormat format, LogFiles files, ParseContext context, double now)
      throws IOException {
    Path current = files.current();
    List<Path> all = new ArrayList<>(files.past());
    all.add(current);
    FileState state = state(format, current);
    boolean silent = state != null && now - state.modifiedSeconds() >= RecordSource.SILENCE;
    return new ScanSubject(all, state, silent, context.keys().renamed(), context.times().zone());
  }

  private FileState state(LogFormat format, Path path) throws IOException {
    try {
      return format.state(path, access.probe());
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}

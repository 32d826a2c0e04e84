package org.trainingexporter.parse.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.value.KeyTimes;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.outline.LogOutline;
import org.trainingexporter.parse.outline.OutlineScan;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.FullScan;
import org.trainingexporter.parse.time.TimedSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;

/** Opens logs, whatever their format. Any thread; what it returns belongs to one. */
public final class Logs {
  private static final Logger log = LoggerFactory.getLogger(Logs.class);

  private final FileAccess access;
  private final LogScanner scanner;
  private final LogProbe probe;

  /**
   * @param states reads the state of a file
   * @param longestLine in bytes; a longer one is rejected
   */
  public Logs(FileState.Probe states, int longestLine) {
    this(new FileAccess(states, longestLine));
  }

  /** Opens logs that are reached so. */
  public Logs(FileAccess access) {
    this.access = access;
    this.scanner = new LogScanner(access);
    this.probe = new LogProbe(access, scanner);
  }

  /** Which files may be read, and how their states are. */
  public FileState.Probe states() {
    return access.probe();
  }

  /** Finds out what files are; to be asked before one is opened. */
  public LogProbe probe() {
    return probe;
  }

  /**
   * The files of a log: where it is now, and its rotated copies.
   *
   * @param context of the run; it is not changed
   * @param now seconds since 1970
   */
  public LogFiles withPast(Supplier<Path> place, ParseContext context, double now) {
    return LogFiles.withPast(
        place,
        StampedParts.of(
            place.get(), access.probe(), (file, most) -> outline(file, context, most, now)));
  }

  /** Nanoseconds of the monotonic clock, by which all waits for files go. */
  public long nanos() {
    return access.probe().nanos();
  }

  /**
   * The outline of one file, read from its start.
   *
   * @param context of the run that the log would belong to; it is not changed
   * @param mostRecords that are read
   * @throws IOException where the file cannot be read
   */
  public LogOutline outline(Path file, ParseContext context, long mostRecords, double now)
      throws IOException {
    access.probe().require(file);
    LogFiles files = LogFiles.alone(file);
    LogFormat format = LogFormats.of(FileHead.read(file));
    OutlineScan outline = new OutlineScan();
    LogRecord record = new LogRecord();
    RecordSource source =
        format.open(files, access, context.fresh().reader(), RejectionListener.NONE);
    long records = 0;
    if (source.checkForChanges(now)) {
      while (records++ < mostRecords && source.next(record)) {
        outline.add(record);
      }
    }
    return outline.outline();
  }

  /**
   * The records of a log, each with its time. The profile's full scan is used where the log has not
   * changed since, so that a log which does not grow is scanned once.
   *
   * @param context of the run, which learns the log's keys and its clock's shift
   * @param now seconds since 1970
   * @throws IOException where the log must be scanned and cannot be read
   */
  public RecordSource open(
      LogProfile profile,
      LogFiles files,
      ParseContext context,
      RejectionListener rejections,
      double now)
      throws IOException {
    KeyTimes keyTimes = profile.keyTimes();
    context.keys().times().adopt(keyTimes);
    RecordSource source = profile.format().open(files, access, context.reader(), rejections);
    if (!profile.isLog() || !profile.timeBasis().needsScan()) {
      return new TimedSource(source, FullScan.NONE, context.times());
    }
    // What is guessed stays as it was when the log was first read.
    FullScan scan =
        profile.scan().isGuessed()
            ? profile.scan()
            : scanner.scan(profile.format(), files, context, keyTimes, profile.scan(), now);
    double off = context.times().align(scan);
    if (off != 0) {
      log.info("{}: times without a zone are {} s off; taken off", files.current(), off);
    }
    return new TimedSource(source, scan, context.times());
  }
}

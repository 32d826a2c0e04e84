package org.trainingexporter.check.file;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.open.LogProbe;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.WriterDetector;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;

/** One file from its first record to its last, or where it is no log through its head. */
public final class LogReading {
  private final LogProfile profile;
  private final KeyRegistry fields;
  private final RunState state;
  private final RejectionTally rejected;
  private final KeyTally keys = new KeyTally();
  private final LogRecord record = new LogRecord();
  private TimeOrigin times = TimeOrigin.NONE;
  private double firstPosition = Double.NaN;
  private long line;
  private long unread;
  private String trouble = "";

  public LogReading(
      LogProfile profile, KeyRegistry fields, RunState state, RejectionTally rejected) {
    this.profile = profile;
    this.fields = fields;
    this.state = state;
    this.rejected = rejected;
  }

  /** Reads to the end; what goes wrong on the way ends it and is told. */
  public void read(RecordSource source, double now) {
    try {
      boolean more = source.checkForChanges(now);
      while (more && (profile.isLog() || line < LogProbe.LINES) && source.next(record)) {
        readRecords();
      }
      unread = profile.isLog() ? source.lag() : 0;
    } catch (IOException e) {
      trouble = FileProblem.of(e);
    }
  }

  private void readRecords() {
    line = record.line();
    keys.add(record);
    times = times.or(record);
    state.apply(record);
    if (Double.isNaN(firstPosition)) {
      firstPosition = state.position();
    }
  }

  public FileReport report(String file) {
    String writer = WriterDetector.of(profile.format(), fields.all());
    RunSnapshot run = state.snapshot(new RunIdentity(file, "", writer), Double.NaN);
    return new FileReport(
        file,
        trouble,
        profile,
        profile.isLog() ? "" : whyNot(),
        Math.max(line, rejected.newestLine()),
        unread,
        run,
        firstPosition,
        times,
        keys.keys(fields, state),
        fields.passedOver(),
        rejected);
  }

  private String whyNot() {
    if (line == 0 && rejected.newestLine() == 0) {
      return "it holds no records yet";
    }
    boolean document = profile.format() == LogProfile.LogFormat.DOCUMENT;
    String none =
        document ? "no entry of its log_history" : "none of its first " + LogProbe.LINES + " lines";
    if (line == 0) {
      return none + " could be read as a record";
    }
    return none
        + (document ? " has" : " (at most 1 MiB) has")
        + " a position or an epoch, and a training, validation, expert, layer or error signal or"
        + " its progress";
  }
}

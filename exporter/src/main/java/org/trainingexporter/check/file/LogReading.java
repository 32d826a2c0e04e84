package org.trainingexporter.check.file;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;

/** Reads one file from its first record to its last, or only its head if it is no log. */
public final class LogReading {
  private final LogProfile profile;
  private final KeyRegistry fields;
  private final RunState state;
  private final RejectionTally rejected;
  private final KeyTally keys = new KeyTally();
  private final LogRecord record = new LogRecord();
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

  /** Reads to the end; an error on the way ends the reading and is reported. */
  public void read(RecordSource source, double now) {
    try {
      boolean more = source.checkForChanges(now);
      while (more && (profile.isLog() || line < FileHead.LINES) && source.next(record)) {
        addRecord();
      }
      unread = profile.isLog() ? source.lag() : 0;
    } catch (IOException e) {
      trouble = FileProblem.of(e);
    }
  }

  private void addRecord() {
    line = record.line();
    keys.add(record);
    if (!state.applyOfOtherRank(record)) {
      state.apply(record);
    }
    if (Double.isNaN(firstPosition)) {
      firstPosition = state.position();
    }
  }

  public FileReport report(String file) {
    String writer = WriterRule.writerOf(profile.format(), fields.all());
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
        keys.keys(fields, state),
        fields.passedOver(),
        rejected);
  }

  private String whyNot() {
    if (line == 0 && rejected.newestLine() == 0) {
      return "it holds no records yet";
    }
    LogFormat format = profile.format();
    String none =
        format.isDocument()
            ? "no " + format.recordNoun()
            : "none of its first " + FileHead.LINES + " " + format.recordNoun() + "s";
    if (line == 0) {
      return none + " could be read as a record";
    }
    return none
        + (format.isDocument() ? " has" : " (at most 1 MiB) has")
        + " a position or an epoch, and a training, validation, expert, layer or error signal or"
        + " its progress";
  }
}

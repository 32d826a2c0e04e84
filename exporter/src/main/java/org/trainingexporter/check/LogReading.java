package org.trainingexporter.check;

import java.io.IOException;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.RecordSource;
import org.trainingexporter.parse.Sniff;
import org.trainingexporter.parse.Sniffer;
import org.trainingexporter.parse.Writers;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;

/** One file from its first record to its last, or where it is no log through its head. */
final class LogReading {
  private final Sniff sniff;
  private final Fields fields;
  private final RunState state;
  private final Refused refused;
  private final KeyTally keys = new KeyTally();
  private final LogRecord record = new LogRecord();
  private TimeOrigin times = TimeOrigin.NONE;
  private double firstPosition = Double.NaN;
  private long line;
  private long unread;
  private String trouble = "";

  LogReading(Sniff sniff, Fields fields, RunState state, Refused refused) {
    this.sniff = sniff;
    this.fields = fields;
    this.state = state;
    this.refused = refused;
  }

  /** Reads to the end; what goes wrong on the way ends it and is told. */
  void read(RecordSource source, double now) {
    try {
      boolean more = source.look(now);
      while (more && (sniff.isLog() || line < Sniffer.LINES) && source.next(record)) {
        take();
      }
      unread = sniff.isLog() ? source.lag() : 0;
    } catch (IOException e) {
      trouble = Trouble.of(e);
    }
  }

  private void take() {
    line = record.line();
    keys.add(record);
    times = times.or(record);
    state.apply(record);
    if (Double.isNaN(firstPosition)) {
      firstPosition = state.position();
    }
  }

  FileReport report(String file) {
    String writer = Writers.of(sniff.format(), fields.all());
    RunSnapshot run = state.snapshot(new RunSnapshot.Identity(file, "", writer), Double.NaN);
    return new FileReport(
        file,
        trouble,
        sniff,
        sniff.isLog() ? "" : whyNot(),
        Math.max(line, refused.newestLine()),
        unread,
        run,
        firstPosition,
        times,
        keys.keys(fields, state),
        fields.passedOver(),
        refused);
  }

  private String whyNot() {
    if (line == 0 && refused.newestLine() == 0) {
      return "it holds no records yet";
    }
    boolean document = sniff.format() == Sniff.Format.DOCUMENT;
    String none =
        document ? "no entry of its log_history" : "none of its first " + Sniffer.LINES + " lines";
    if (line == 0) {
      return none + " could be read as a record";
    }
    return none
        + (document ? " has" : " (at most 1 MiB) has")
        + " a position or an epoch, and a training, validation, expert, layer or error signal or"
        + " its progress";
  }
}

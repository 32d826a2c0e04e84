package org.trainingexporter.fuzz;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.tail.FileState;

/** Reads bytes as a log of some name: probes it, reads its records, and applies them to a run. */
final class LogTarget implements Target {
  private static final int LONGEST_LINE = 1 << 16;
  private static final double LATER = 4e9;
  private final Logs logs = new Logs(FileState::of, LONGEST_LINE);
  private final String name;
  private ScratchFile file;

  LogTarget(String name) {
    this.name = name;
  }

  @Override
  public void read(byte[] bytes) throws IOException {
    file = file == null ? new ScratchFile(name) : file;
    file.write(bytes);
    KeyRegistry keys = new KeyRegistry(Map.of());
    ParseContext context = new ParseContext(keys, new Timestamps(ZoneOffset.UTC));
    LogFiles files = LogFiles.alone(file.path);
    LogProfile profile = logs.probe().probe(files, context, LATER);
    RecordSource source = logs.open(profile, files, context, RejectionListener.NONE, LATER);
    RunState state = new RunState(keys, RunConfig.NONE);
    LogRecord record = new LogRecord();
    if (source.checkForChanges(LATER)) {
      while (source.next(record)) {
        state.apply(record);
      }
    }
    state.snapshot(new RunIdentity("run", ".", "fuzz"), 0);
  }
}

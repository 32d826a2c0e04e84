package org.trainingexporter.parse.metricfiles;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileState;

/** What the beginning of a directory of metrics shows, and what its files are together. */
public final class MetricHead {
  private MetricHead() {}

  /** Reads the first steps. */
  public static HeadFacts examine(RecordSource source) throws IOException {
    HeadFacts facts = new HeadFacts(false);
    LogRecord record = new LogRecord();
    if (source.checkForChanges(Double.MAX_VALUE)) {
      for (int i = 0; i < FileHead.LINES && !facts.isComplete() && source.next(record); i++) {
        facts.add(record);
      }
    }
    return facts;
  }

  /**
   * The state of the file that marks the directory and of all metrics' files as one: it changes
   * when any of them does.
   */
  public static FileState state(Path mark, Path metrics, FileState.Probe probe) throws IOException {
    FileState own = probe.of(mark);
    long size = own.size();
    long modified = own.modifiedNanos();
    for (Path file : new MetricTree(metrics).files(0)) {
      try {
        FileState state = probe.of(file);
        size += state.size();
        modified = Math.max(modified, state.modifiedNanos());
      } catch (NoSuchFileException e) {
        // Gone since the directory was listed.
      }
    }
    return new FileState(own.identity(), size, modified);
  }
}

package org.trainingexporter.parse.metricfiles;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;

/** A directory with a file for each metric; one of its files marks it and stands for it. */
public abstract class MetricFilesFormat implements LogFormat {
  /** The directory of the metrics' files. */
  protected abstract Path metrics(Path mark);

  @Override
  public final LogKind kind() {
    return LogKind.METRIC_FILES;
  }

  @Override
  public final String recordNoun() {
    return "step";
  }

  @Override
  public final List<WriterRule> writers() {
    return List.of(new WriterRule(label()));
  }

  /**
   * The state of the file that marks the directory and of all metrics' files as one: it changes
   * when any of them does.
   */
  @Override
  public final FileState state(Path mark, FileState.Probe probe) throws IOException {
    FileState own = probe.of(mark);
    long size = own.size();
    long modified = own.modifiedNanos();
    for (Path file : new MetricTree(metrics(mark)).files(probe.nanos())) {
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

  @Override
  public final HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    return HeadFacts.of(
        open(LogFiles.alone(head.path()), access, reader, RejectionListener.NONE), FileHead.LINES);
  }
}

package org.trainingexporter.parse.metricfiles.dvclive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.metricfiles.MetricFilesSource;
import org.trainingexporter.parse.metricfiles.MetricHead;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;

/** A directory that DVCLive writes; the file that stands for it is its {@code metrics.json}. */
public final class DvcliveFormat implements LogFormat {
  private static final String NAME = "metrics.json";

  @Override
  public String label() {
    return "dvclive";
  }

  @Override
  public String title() {
    return "DVCLive directory";
  }

  @Override
  public LogKind kind() {
    return LogKind.METRIC_FILES;
  }

  @Override
  public String recordNoun() {
    return "step";
  }

  @Override
  public List<WriterRule> writers() {
    return List.of(new WriterRule("dvclive"));
  }

  @Override
  public boolean recognizes(FileHead head) {
    return head.name().equals(NAME) && Files.isDirectory(DvcliveStore.metrics(head.path()));
  }

  @Override
  public FileState state(Path log, FileState.Probe probe) throws IOException {
    return MetricHead.state(log, DvcliveStore.metrics(log), probe);
  }

  @Override
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    return MetricHead.examine(
        open(LogFiles.alone(head.path()), access, reader, RejectionListener.NONE));
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new MetricFilesSource(
        new DvcliveStore(files.current(), access.probe(), reader), access, reader, rejections);
  }
}

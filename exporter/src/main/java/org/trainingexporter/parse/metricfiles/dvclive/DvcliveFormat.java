package org.trainingexporter.parse.metricfiles.dvclive;

import java.nio.file.Files;
import java.nio.file.Path;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.metricfiles.MetricFilesFormat;
import org.trainingexporter.parse.metricfiles.MetricFilesSource;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/** A directory that DVCLive writes; the file that stands for it is its {@code metrics.json}. */
public final class DvcliveFormat extends MetricFilesFormat {
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
  public boolean recognizes(FileHead head) {
    return head.name().equals(NAME) && Files.isDirectory(DvcliveStore.metrics(head.path()));
  }

  @Override
  protected Path metrics(Path mark) {
    return DvcliveStore.metrics(mark);
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new MetricFilesSource(
        new DvcliveStore(files.current(), access.probe(), reader), access, reader, rejections);
  }
}

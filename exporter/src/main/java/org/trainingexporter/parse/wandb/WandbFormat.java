package org.trainingexporter.parse.wandb;

import java.io.IOException;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.wandb.frame.ChunkReader;
import org.trainingexporter.tail.FileAccess;

/** The file that W&B writes of each run, whether it is sent to a server or not. */
public final class WandbFormat implements LogFormat {
  /** A run may print much before its first value; so many records decide. */
  private static final int MOST_RECORDS = 10_000;

  @Override
  public String label() {
    return "wandb";
  }

  @Override
  public String title() {
    return "W&B run file";
  }

  @Override
  public LogKind kind() {
    return LogKind.WANDB;
  }

  @Override
  public String recordNoun() {
    return "record";
  }

  @Override
  public List<WriterRule> writers() {
    return List.of(new WriterRule("wandb"));
  }

  @Override
  public boolean recognizes(FileHead head) {
    return ChunkReader.begins(head.bytes());
  }

  @Override
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    return HeadFacts.of(
        open(LogFiles.alone(head.path()), access, reader, RejectionListener.NONE), MOST_RECORDS);
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new WandbSource(files.current(), access, reader, rejections);
  }
}

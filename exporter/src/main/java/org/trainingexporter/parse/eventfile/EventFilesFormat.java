package org.trainingexporter.parse.eventfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.eventfile.files.EventDirectory;
import org.trainingexporter.parse.eventfile.files.EventFileName;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/** TensorBoard's event files: all of a directory, and of the sets below it, are one log. */
public final class EventFilesFormat implements LogFormat {
  /** So many records at most show whether files are a log. */
  private static final int HEAD_RECORDS = 1_000;

  @Override
  public String label() {
    return "tensorboard";
  }

  @Override
  public String title() {
    return "TensorBoard event files";
  }

  @Override
  public LogKind kind() {
    return LogKind.EVENTS;
  }

  @Override
  public String recordNoun() {
    return "event";
  }

  @Override
  public List<WriterRule> writers() {
    return List.of(
        new WriterRule("stable-baselines3", "rollout/ep_rew_mean"),
        new WriterRule("stable-baselines3", "time/total_timesteps"),
        new WriterRule("keras", "epoch_loss"),
        new WriterRule("pytorch-lightning", "hp_metric"),
        new WriterRule("hf-trainer", "train/loss", "train/epoch"),
        new WriterRule("hf-trainer", "train/loss", "train/learning_rate", "train/grad_norm"),
        new WriterRule("tensorboard"));
  }

  @Override
  public boolean recognizes(FileHead head) {
    return EventFileName.isOne(head.name());
  }

  @Override
  public Path logOf(Path file) {
    Path run = EventDirectory.runOf(file);
    String rank = EventFileName.rankOf(file);
    return rank.isEmpty() ? run : run.resolve("rank" + rank);
  }

  @Override
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    return HeadFacts.of(
        open(LogFiles.alone(head.path()), access, reader, RejectionListener.NONE), HEAD_RECORDS);
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new EventFilesSource(files.current(), access, reader, rejections);
  }
}

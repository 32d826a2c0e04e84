package org.trainingexporter.parse.table;

import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LineLogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;

/** Tables under a header, whatever stands between their cells. */
public final class TableFormat implements LineLogFormat {
  private static final List<WriterRule> WRITERS =
      List.of(
          new WriterRule("csv-yolo", "train/box_loss"),
          new WriterRule("stable-baselines3", "rollout/ep_rew_mean", "time/total_timesteps"),
          new WriterRule("rllib", "training_iteration", "episode_reward_mean"),
          new WriterRule("rllib", "training_iteration", "env_runners/episode_return_mean"),
          new WriterRule("garage", "Evaluation/AverageReturn", "TotalEnvSteps"),
          new WriterRule("baselines", "eprewmean", "eplenmean"),
          new WriterRule("baselines", "mean 100 episode reward"),
          new WriterRule("csv-lightning", "epoch", "step"),
          new WriterRule("csv-keras", "epoch", "loss"));

  private static final List<String> SUFFIXES = List.of(".csv", ".tsv");

  private final boolean isNamed;

  private TableFormat(boolean isNamed) {
    this.isNamed = isNamed;
  }

  /** Tables that the suffix of the file's name says to be one; the first line is the header. */
  public static TableFormat named() {
    return new TableFormat(true);
  }

  /** Tables under any name: the head shows a header of a training and rows that fit it. */
  public static TableFormat shown() {
    return new TableFormat(false);
  }

  @Override
  public String label() {
    return isNamed ? "csv" : "table";
  }

  @Override
  public String title() {
    return isNamed ? "CSV" : "table";
  }

  @Override
  public LogKind kind() {
    return LogKind.TABLE;
  }

  @Override
  public List<WriterRule> writers() {
    return isNamed ? WRITERS : List.of();
  }

  @Override
  public boolean recognizes(FileHead head) {
    return isNamed ? SUFFIXES.stream().anyMatch(head.name()::endsWith) : TableShape.isTable(head);
  }

  @Override
  public LineParser parser(RecordReader reader, RejectionListener rejections) {
    return new TableLineParser(!isNamed, reader, rejections);
  }
}

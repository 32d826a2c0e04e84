package org.trainingexporter.parse.open;

import java.util.List;
import org.trainingexporter.parse.document.DocumentFormat;
import org.trainingexporter.parse.epochfiles.EpochFilesFormat;
import org.trainingexporter.parse.eventfile.EventFilesFormat;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.json.JsonLinesFormat;
import org.trainingexporter.parse.metricfiles.dvclive.DvcliveFormat;
import org.trainingexporter.parse.metricfiles.mlflow.MlflowFormat;
import org.trainingexporter.parse.table.TableFormat;
import org.trainingexporter.parse.text.TextFormat;
import org.trainingexporter.parse.wandb.WandbFormat;

/** The formats that logs may have. A new one is a file and a line here. */
final class LogFormats {
  /** The first that recognizes a file reads it; the last recognizes all. */
  static final List<LogFormat> ALL =
      List.of(
          new EventFilesFormat(),
          new WandbFormat(),
          new MlflowFormat(),
          new DvcliveFormat(),
          TableFormat.named(),
          new EpochFilesFormat(),
          new DocumentFormat(),
          TableFormat.shown(),
          new JsonLinesFormat(),
          new TextFormat());

  private LogFormats() {}

  static LogFormat of(FileHead head) {
    return ALL.stream().filter(f -> f.recognizes(head)).findFirst().orElseThrow();
  }
}

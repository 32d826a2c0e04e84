package org.trainingexporter.parse.metricfiles.mlflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.metricfiles.MetricFilesFormat;
import org.trainingexporter.parse.metricfiles.MetricFilesSource;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/** A run of MLflow's file store; the file that stands for it is its {@code meta.yaml}. */
public final class MlflowFormat extends MetricFilesFormat {
  private static final String NAME = "meta.yaml";

  /** Experiments and models have such a file too; one without a status is not whole yet. */
  private static final Pattern OF_RUN =
      Pattern.compile("(?ms)^run_(?:uu)?id:.*^status: *[^ \\n]+\\n");

  private static final Pattern OF_OTHER = Pattern.compile("(?m)^model_id:");

  @Override
  public String label() {
    return "mlflow";
  }

  @Override
  public String title() {
    return "MLflow run";
  }

  @Override
  public boolean recognizes(FileHead head) {
    String text = new String(head.bytes(), ISO_8859_1);
    return head.name().equals(NAME)
        && OF_RUN.matcher(text).find()
        && !OF_OTHER.matcher(text).find();
  }

  @Override
  protected Path metrics(Path mark) {
    return MlflowStore.metrics(mark);
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new MetricFilesSource(
        new MlflowStore(files.current(), access.probe()), access, reader, rejections);
  }
}

package org.trainingexporter.parse.metricfiles.mlflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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

/** A run of MLflow's file store; the file that stands for it is its {@code meta.yaml}. */
public final class MlflowFormat implements LogFormat {
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
  public LogKind kind() {
    return LogKind.METRIC_FILES;
  }

  @Override
  public String recordNoun() {
    return "step";
  }

  @Override
  public List<WriterRule> writers() {
    return List.of(new WriterRule("mlflow"));
  }

  @Override
  public boolean recognizes(FileHead head) {
    String text = new String(head.bytes(), ISO_8859_1);
    return head.name().equals(NAME)
        && OF_RUN.matcher(text).find()
        && !OF_OTHER.matcher(text).find();
  }

  @Override
  public FileState state(Path log, FileState.Probe probe) throws IOException {
    return MetricHead.state(log, new MlflowStore(log).metrics(), probe);
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
    return new MetricFilesSource(new MlflowStore(files.current()), access, reader, rejections);
  }
}

package org.trainingexporter.parse.epochfiles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/** One JSON object for each epoch, each in a file of its own whose name ends in the epoch. */
public final class EpochFilesFormat implements LogFormat {
  @Override
  public String label() {
    return "epoch_files";
  }

  @Override
  public String title() {
    return "JSON document for each epoch";
  }

  @Override
  public LogKind kind() {
    return LogKind.DOCUMENT;
  }

  @Override
  public String recordNoun() {
    return "file";
  }

  @Override
  public List<WriterRule> writers() {
    return List.of(new WriterRule("allennlp", "training_loss", "best_epoch"));
  }

  @Override
  public boolean recognizes(FileHead head) {
    return EpochFileName.of(head.path()).isPresent() && isOneObject(head.bytes());
  }

  private static boolean isOneObject(byte[] head) {
    try (JsonParser p = JsonFactories.document(head)) {
      boolean object = p.nextToken() == JsonToken.START_OBJECT;
      p.skipChildren();
      return object && p.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Path logOf(Path file) {
    return EpochFileName.of(file).map(EpochFileName::series).orElse(file);
  }

  @Override
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    return HeadFacts.of(
        open(LogFiles.alone(head.path()), access, reader, RejectionListener.NONE), 1);
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new EpochFilesSource(files.current(), access.probe(), reader, rejections);
  }
}

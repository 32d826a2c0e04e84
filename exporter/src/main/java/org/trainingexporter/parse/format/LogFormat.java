package org.trainingexporter.parse.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;

/** One way that files hold records. Stateless; any thread. */
public interface LogFormat {
  /** Its name for programs, such as {@code json_lines}. */
  String label();

  /** Its name for people, such as {@code JSON lines}. */
  String title();

  /** What it is among the places where one training may tell its story. */
  LogKind kind();

  /** Whether a file is one document that is replaced as a whole, not lines that are appended. */
  default boolean isDocument() {
    return kind() == LogKind.DOCUMENT;
  }

  /** What one record is called in messages, such as {@code line}. */
  String recordNoun();

  /** Who writes this format, the most special first. */
  List<WriterRule> writers();

  /** The log that the file is of: the file itself, or what several files of one log share. */
  default Path logOf(Path file) {
    return file;
  }

  /** Whether the file is of this format, by its name and its first bytes. */
  boolean recognizes(FileHead head);

  /** The state of a log by the file that stands for it: it changes when there is more to read. */
  default FileState state(Path log, FileState.Probe probe) throws IOException {
    return probe.of(log);
  }

  /**
   * Reads the file's head, as far as it takes to see whether it is a training log.
   *
   * @param reader not shared with a run: the file may be no log
   */
  HeadFacts examine(FileHead head, FileAccess access, RecordReader reader) throws IOException;

  /** The records of the log from its first on; opens no file yet. */
  RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections);
}

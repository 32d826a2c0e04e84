package org.trainingexporter.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

/**
 * Lets a log grow in two steps, and expects each whole line that is short enough once and in order.
 * The first byte says where the cut is.
 */
final class LineReaderTarget implements Target {
  private static final int LONGEST_LINE = 40;
  private ScratchFile file;

  @Override
  public void read(byte[] bytes) throws IOException {
    if (bytes.length < 2) {
      return;
    }
    file = file == null ? new ScratchFile("train.log") : file;
    byte[] log = withoutNuls(Arrays.copyOfRange(bytes, 1, bytes.length));
    int cut = (bytes[0] & 0xFF) * log.length / 255;
    LogFile reader = new LogFile(file.path, Optional.empty(), FileState::of, LONGEST_LINE);
    ReadBuffer buffer = new ReadBuffer();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    file.write(Arrays.copyOf(log, cut));
    readOn(reader, buffer, read);
    file.write(log);
    readOn(reader, buffer, read);
    byte[] expected = expected(log);
    if (!Arrays.equals(expected, read.toByteArray())) {
      throw new IllegalStateException("other lines than were written, cut at " + cut);
    }
  }

  private static void readOn(LogFile reader, ReadBuffer buffer, ByteArrayOutputStream to)
      throws IOException {
    reader.checkForChanges();
    while (true) {
      try {
        Optional<Block> block = reader.readLines(buffer);
        if (block.isEmpty()) {
          return;
        }
        Block lines = block.get();
        to.write(lines.bytes(), lines.from(), lines.to() - lines.from());
      } catch (LineTooLong e) {
        // Skipped, as it is in what is expected.
      }
    }
  }

  /** NULs are passed over at some places and left to parsers at others. */
  private static byte[] withoutNuls(byte[] log) {
    for (int i = 0; i < log.length; i++) {
      log[i] = log[i] == 0 ? (byte) 'x' : log[i];
    }
    return log;
  }

  /** The whole lines that are short enough. */
  private static byte[] expected(byte[] log) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int begin = 0;
    for (int i = 0; i < log.length; i++) {
      if (log[i] == '\n') {
        if (i - begin <= LONGEST_LINE) {
          lines.write(log, begin, i + 1 - begin);
        }
        begin = i + 1;
      }
    }
    return lines.toByteArray();
  }
}

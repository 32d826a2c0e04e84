package org.trainingexporter.parse.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trainingexporter.tail.Block;

/**
 * A file's name and its beginning: the first hundred lines, at most 1 MiB. A data set under a log's
 * name costs no more than that.
 */
public final class FileHead {
  /** How many lines of a file decide whether it is a log. */
  public static final int LINES = 100;

  private static final int BYTES = 1 << 20;

  private final Path path;
  private final byte[] bytes;

  private FileHead(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** Reads the head of that file. */
  public static FileHead read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new FileHead(path, in.readNBytes(BYTES));
    }
  }

  public Path path() {
    return path;
  }

  /** The file's own name, without its directories. */
  public String name() {
    return path.getFileName().toString();
  }

  /** The first mebibyte; shared, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The first hundred lines; the last of them may be cut off. */
  public Block lines() {
    return lines(LINES);
  }

  /** So many of the first lines; the last of them may be cut off. */
  public Block lines(int most) {
    int end = endOfLines(most);
    return new Block(bytes, 0, end >= 0 ? end : bytes.length, true, false);
  }

  /** Whether the head is as long as a head may be: more bytes in the file would not change it. */
  public boolean isBounded() {
    return isBounded(LINES);
  }

  /** The same for a format of which so many lines decide. */
  public boolean isBounded(int most) {
    return isFull() || endOfLines(most) >= 0;
  }

  /** Whether the head ends at the bound of bytes. */
  public boolean isFull() {
    return bytes.length == BYTES;
  }

  /** The end of the last line that counts, or -1 where there are fewer. */
  private int endOfLines(int most) {
    int lines = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && ++lines == most) {
        return i + 1;
      }
    }
    return -1;
  }
}

package org.trainingexporter.parse.eventfile.frame;

import java.io.IOException;
import java.io.InputStream;
import org.trainingexporter.tail.ByteFile;

/** Some bytes of a file as a stream; it holds nothing open. One thread. */
final class FrameStream extends InputStream {
  private final ByteFile file;
  private long next;
  private int left;

  FrameStream(ByteFile file, long from, int length) {
    this.file = file;
    this.next = from;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    int n = left == 0 ? 0 : file.read(next, into, at, Math.min(left, most));
    next += n;
    left -= n;
    return n == 0 && most > 0 ? -1 : n;
  }

  /** The file is not read for what is skipped. */
  @Override
  public long skip(long count) {
    int n = (int) Math.max(0, Math.min(left, count));
    next += n;
    left -= n;
    return n;
  }

  /** Bytes not read yet; more than 0 at the end where the file ends too early. */
  int left() {
    return left;
  }
}

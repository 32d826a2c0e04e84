package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.trainingexporter.tail.age.Silence;

/**
 * One file of bytes as it grows, for formats that have no lines. {@link #checkForChanges} compares
 * it with what was read of it; the caller reads from {@link #offset} on and says how far it came.
 * The file does not stay open between calls, and it is never written. One thread.
 */
public final class ByteFile {
  private final Path path;
  private final FileState.Probe probe;
  private final Silence silence = new Silence();
  private FileState seen;
  private FileState newest;
  private long offset;
  private boolean replaced;
  private Fingerprint print = Fingerprint.START;

  public ByteFile(Path path, FileState.Probe probe) {
    this.path = path;
    this.probe = probe;
  }

  /**
   * Compares the file's state with the last one. A file that was truncated or replaced is read from
   * its start: {@link #isReplaced} then says so once.
   *
   * @throws IOException where the file exists but cannot be read; what was read stays read
   */
  public LogFile.FileChange checkForChanges() throws IOException {
    FileState now;
    try {
      now = probe.of(path);
      newest = now;
    } catch (NoSuchFileException e) {
      return LogFile.FileChange.GONE;
    }
    if (now.equals(seen)) {
      return LogFile.FileChange.UNCHANGED;
    }
    if (seen != null && (now.size() < offset || !print.fits(path))) {
      reread();
      replaced = true;
    }
    seen = now;
    return LogFile.FileChange.CHANGED;
  }

  /** Reads the file from its start once more. */
  public void reread() {
    offset = 0;
    print = Fingerprint.START;
  }

  /** Whether a check has found, since the last call, that the file was truncated or replaced. */
  public boolean isReplaced() {
    boolean answer = replaced;
    replaced = false;
    return answer;
  }

  /**
   * Reads bytes as they are now.
   *
   * @param from the offset in the file
   * @param at where in the array they go
   * @return how many were read, fewer than wanted where the file ends
   */
  public int read(long from, byte[] into, int at, int want) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(into, at, want);
    try (FileChannel file = FileChannel.open(path)) {
      long next = from;
      while (bytes.hasRemaining()) {
        int n = file.read(bytes, next);
        if (n < 0) {
          break;
        }
        next += n;
      }
    } catch (NoSuchFileException e) {
      return 0; // gone since the check, which the next one sees
    }
    return want - bytes.remaining();
  }

  /** So many bytes from the offset on are read. */
  public void advance(long count) {
    offset += count;
  }

  /** Nothing more can be read for now: the next check compares the bytes before the offset. */
  public void pause() throws IOException {
    if (print.offset() != offset) {
      print = Fingerprint.of(path, offset);
    }
  }

  public Path path() {
    return path;
  }

  /** Bytes that are read. */
  public long offset() {
    return offset;
  }

  /** Bytes at the last check, also where they could not be read; 0 before the first. */
  public long size() {
    return newest == null ? 0 : newest.size();
  }

  /** When the file was last written, seconds since 1970; NaN before the first check. */
  public double modified() {
    return newest == null ? Double.NaN : newest.modifiedSeconds();
  }

  /** For how many seconds the file has not been written; NaN before the first check. */
  public double silence(double now) {
    return newest == null
        ? Double.NaN
        : silence.seconds(newest, newest.modifiedSeconds(), now, probe.nanos());
  }
}

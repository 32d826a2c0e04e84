package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One log as it grows: its rotated past, oldest first, and the live file. {@link #checkForChanges}
 * compares the file with what was read of it; {@link #read} hands out whole lines until there are
 * no more. Nothing is kept open between calls and nothing is ever written. One thread.
 */
public final class LogFile {
  /** What a look at the file found. */
  public enum FileChange {
    UNCHANGED,
    /** There may be more to read. */
    CHANGED,
    GONE
  }

  private final Path path;
  private final FileState.Probe probe;
  private final int longestLine;
  private final Deque<Path> past = new ArrayDeque<>();
  private FileState seen;
  private Path reading;
  private long offset;
  private boolean first = true;
  private boolean skipping;
  private Fingerprint print = Fingerprint.START;

  /**
   * @param rotated the files that come before, oldest first
   * @param longestLine in bytes; a longer one is stepped over
   */
  public LogFile(Path path, List<Path> rotated, FileState.Probe probe, int longestLine) {
    this.path = path;
    this.probe = probe;
    this.longestLine = longestLine;
    past.addAll(rotated);
    past.add(path);
    reading = past.poll();
  }

  /**
   * Looks at the file's state.
   *
   * @throws IOException where the file is there but cannot be looked at; what was read stays read
   */
  public FileChange checkForChanges() throws IOException {
    FileState now;
    try {
      now = probe.of(path);
    } catch (NoSuchFileException e) {
      return FileChange.GONE;
    }
    if (now.equals(seen)) {
      return hasMore() ? FileChange.CHANGED : FileChange.UNCHANGED;
    }
    if (seen != null && reading.equals(path) && (now.size() < offset || !print.fits(path))) {
      startAnew();
    }
    seen = now;
    return FileChange.CHANGED;
  }

  /** The file is not what was read: what is left of that in a rotated copy comes first. */
  private void startAnew() {
    past.addAll(Rotation.since(path, print, seen, probe));
    if (!past.isEmpty()) {
      reading = past.poll();
      past.add(path);
    } else {
      offset = 0;
      first = true;
    }
    print = Fingerprint.START;
    skipping = false;
  }

  private boolean hasMore() {
    return !past.isEmpty() || offset < seen.size();
  }

  /**
   * Fills the buffer with the next whole lines.
   *
   * @param old whether the live file has been silent so long that a last line without its line end
   *     is taken as whole
   * @return the lines; empty when there are none for now
   * @throws LineTooLong once for each line past the bound; the lines after it are read on
   */
  public Optional<Block> read(ReadBuffer buffer, boolean old) throws IOException, LineTooLong {
    while (true) {
      boolean live = past.isEmpty();
      ReadBuffer.Lines lines = fill(buffer, live, old);
      offset += lines.blank();
      if (lines.tooLong() > 0) {
        passOver(lines);
      } else if (lines.length() > 0) {
        return Optional.of(consume(buffer, lines.length(), false));
      } else if (lines.rest() > 0 && (old || !live)) {
        return Optional.of(consume(buffer, lines.rest(), true));
      } else if (lines.blank() == 0 && live) {
        remember();
        return Optional.empty();
      } else if (lines.blank() == 0) {
        reading = past.poll();
        offset = 0;
        first = true;
        skipping = false;
      }
    }
  }

  private ReadBuffer.Lines fill(ReadBuffer buffer, boolean live, boolean old) throws IOException {
    try {
      long size = live ? seen.size() : probe.of(reading).size();
      return skipping
          ? buffer.passOver(reading, offset, size)
          : buffer.fill(reading, offset, size, longestLine, old || !live);
    } catch (NoSuchFileException e) {
      return ReadBuffer.Lines.NONE; // taken away since it was found: what is left comes next
    }
  }

  private void passOver(ReadBuffer.Lines lines) throws LineTooLong {
    boolean begins = !skipping;
    offset += lines.tooLong();
    skipping = !lines.ended();
    if (begins) {
      boolean isFirst = first;
      first = false;
      throw new LineTooLong(isFirst);
    }
  }

  private Block consume(ReadBuffer buffer, int length, boolean unended) {
    Block block = new Block(buffer.bytes(), 0, length, first, unended);
    first = false;
    offset += length;
    return block;
  }

  /** Gives back a last line that turned out not to be whole; it is read again when more came. */
  public void giveBack(Block block) {
    offset -= block.to() - block.from();
    first = block.isFirst();
  }

  private void remember() throws IOException {
    if (print.offset() != offset) {
      print = Fingerprint.of(path, offset);
    }
  }

  public Path path() {
    return path;
  }

  /** Bytes that are there and not yet read, of the live file. */
  public long lag() {
    return seen == null ? 0 : past.isEmpty() ? Math.max(0, seen.size() - offset) : seen.size();
  }

  /** Whether the live file is being read: only its last line may still be whole later. */
  public boolean isLive() {
    return past.isEmpty();
  }

  /** Bytes of the live file at the last look; 0 before the first. */
  public long size() {
    return seen == null ? 0 : seen.size();
  }

  /** When the live file was last written, seconds since 1970; NaN while it is gone. */
  public double modified() {
    return seen == null ? Double.NaN : seen.modifiedSeconds();
  }
}

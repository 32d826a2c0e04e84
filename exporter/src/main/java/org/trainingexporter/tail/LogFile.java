package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One log as it grows: its rotated past, oldest first, and the live file. {@link #checkForChanges}
 * compares the file with what was read of it; {@link #readLines} returns whole lines until there
 * are no more. No file stays open between calls, and none is written. One thread.
 */
public final class LogFile {
  /** What a check of the file found. */
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
  private boolean replacement;
  private Fingerprint print = Fingerprint.START;

  /**
   * @param rotated the files that come before, oldest first
   * @param longestLine in bytes; a longer one is skipped
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
   * Compares the live file's state with the last one.
   *
   * @throws IOException where the file exists but cannot be read; what was read stays read
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
      restart();
    }
    seen = now;
    return FileChange.CHANGED;
  }

  /** The file is another one: what a rotated copy still holds of the old one is read first. */
  private void restart() {
    past.addAll(Rotation.since(path, print, seen, probe));
    if (!past.isEmpty()) {
      reading = past.poll();
      past.add(path);
      print = Fingerprint.START;
      skipping = false;
    } else {
      reread();
    }
  }

  /** Reads the live file from its start once more, as one that replaced what was read. */
  public void reread() {
    offset = 0;
    first = true;
    replacement = true;
    print = Fingerprint.START;
    skipping = false;
  }

  /**
   * Whether the file that is being read replaced one that was read, and does not go on from it. It
   * may begin with the same lines.
   */
  public boolean isReplacement() {
    return replacement;
  }

  private boolean hasMore() {
    return !past.isEmpty() || offset < seen.size();
  }

  /**
   * Fills the buffer with the next whole lines. An unended last line of the live file waits for its
   * line end; one of a rotated file counts as whole, since nothing is written there any more.
   *
   * @return the lines; empty when there are none for now
   * @throws LineTooLong once for each line past the bound; the next call goes on behind it
   */
  public Optional<Block> readLines(ReadBuffer buffer) throws IOException, LineTooLong {
    return read(buffer, null);
  }

  /**
   * The same for a live file that has been silent for long: its unended last line is read too.
   *
   * @param isWhole whether such a line can be read as it stands; else it waits for its end
   */
  public Optional<Block> readToEnd(ReadBuffer buffer, Predicate<Block> isWhole)
      throws IOException, LineTooLong {
    return read(buffer, isWhole);
  }

  /**
   * @param isWhole null where an unended last line of the live file always waits
   */
  private Optional<Block> read(ReadBuffer buffer, Predicate<Block> isWhole)
      throws IOException, LineTooLong {
    while (true) {
      boolean live = past.isEmpty();
      boolean withRest = !live || isWhole != null;
      ReadBuffer.Lines lines = fill(buffer, live, withRest);
      offset += lines.blank();
      if (lines.tooLong() > 0) {
        skip(lines);
      } else if (lines.length() > 0) {
        return Optional.of(consume(new Block(buffer.bytes(), 0, lines.length(), first, false)));
      } else if (lines.rest() > 0 && withRest) {
        Block last = new Block(buffer.bytes(), 0, lines.rest(), first, true);
        if (!live || isWhole.test(last)) {
          return Optional.of(consume(last));
        }
        return endOfLive();
      } else if (lines.blank() == 0 && live) {
        return endOfLive();
      } else if (lines.blank() == 0) {
        reading = past.poll();
        offset = 0;
        first = true;
        replacement = false;
        skipping = false;
      }
    }
  }

  private ReadBuffer.Lines fill(ReadBuffer buffer, boolean live, boolean withRest)
      throws IOException {
    try {
      long size = live ? seen.size() : probe.of(reading).size();
      return skipping
          ? buffer.skipLine(reading, offset, size)
          : buffer.fill(reading, offset, size, longestLine, withRest);
    } catch (NoSuchFileException e) {
      return ReadBuffer.Lines.NONE; // removed since it was found: the next file follows
    }
  }

  private void skip(ReadBuffer.Lines lines) throws LineTooLong {
    boolean begins = !skipping;
    offset += lines.tooLong();
    skipping = !lines.ended();
    if (begins) {
      boolean isFirst = first;
      first = false;
      throw new LineTooLong(isFirst);
    }
  }

  private Block consume(Block block) {
    first = false;
    offset += block.to() - block.from();
    return block;
  }

  /**
   * All that can be read is read: its fingerprint tells later whether the file is still the same.
   */
  private Optional<Block> endOfLive() throws IOException {
    if (print.offset() != offset) {
      print = Fingerprint.of(path, offset);
    }
    return Optional.empty();
  }

  /** Bytes that are there and not yet read, of the live file. */
  public long lag() {
    return seen == null ? 0 : past.isEmpty() ? Math.max(0, seen.size() - offset) : seen.size();
  }

  /** Bytes of the live file at the last check; 0 before the first. */
  public long size() {
    return seen == null ? 0 : seen.size();
  }

  /** When the live file was last written, seconds since 1970; NaN while it is gone. */
  public double modified() {
    return seen == null ? Double.NaN : seen.modifiedSeconds();
  }
}

package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trainingexporter.tail.RotatedFiles.RotatedFile;
import org.trainingexporter.tail.age.Silence;

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

  /** Names that pass to other files while one block is read, at most. */
  private static final int MOST_MOVES = 16;

  private final FileState.Probe probe;
  private final int longestLine;
  private final LogPosition position;
  private final Silence silence = new Silence();

  /** Whether a line past the bound goes on at the offset. */
  private boolean skipping;

  /**
   * @param confirmed what is known to be part of the log, the live file last, where rotated files
   *     count as its past; empty where they do not
   * @param longestLine in bytes; a longer one is skipped
   */
  public LogFile(
      Path path, Optional<List<RotatedFile>> confirmed, FileState.Probe probe, int longestLine) {
    this.probe = probe;
    this.longestLine = longestLine;
    this.position = new LogPosition(path, confirmed, probe);
  }

  /**
   * Compares the live file's state with the last one.
   *
   * @throws IOException where the file exists but cannot be read; what was read stays read
   */
  public FileChange checkForChanges() throws IOException {
    return position.check();
  }

  /** Reads the live file from its start once more, as one that replaced what was read. */
  public void reread() {
    position.reread();
  }

  /**
   * Whether the file that is being read replaced one that was read, and does not go on from it. It
   * may begin with the same lines.
   */
  public boolean isReplacement() {
    return position.isReplacement();
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
    int moves = 0;
    while (moves < MOST_MOVES) {
      boolean live = position.isLive();
      boolean withRest = !live || isWhole != null;
      Optional<ReadBuffer.Lines> found = fill(buffer, withRest);
      if (found.isEmpty()) {
        moves++;
        if (!position.findAgain()) {
          return Optional.empty();
        }
        continue;
      }
      ReadBuffer.Lines lines = found.get();
      boolean first = position.isFirst();
      if (lines.blank() > 0) {
        position.passBlank(lines.blank());
      } else if (lines.tooLong() > 0) {
        skip(lines);
      } else if (lines.length() > 0) {
        return Optional.of(consume(new Block(buffer.bytes(), 0, lines.length(), first, false)));
      } else if (lines.rest() > 0 && withRest) {
        Block last = new Block(buffer.bytes(), 0, lines.rest(), first, true);
        if (!live || isWhole.test(last)) {
          return Optional.of(consume(last));
        }
        return endOfLive();
      } else if (live) {
        return endOfLive();
      } else {
        position.endOfPast();
      }
    }
    return Optional.empty(); // rotated faster than it can be read: the next check goes on
  }

  /** Reads the file that is next; empty where another file has its name by now. */
  private Optional<ReadBuffer.Lines> fill(ReadBuffer buffer, boolean withRest) throws IOException {
    Path file = position.file();
    FileState meant = position.meant();
    long offset = position.offset();
    skipping &= offset > 0;
    try {
      FileState before = position.isLive() ? meant : probe.of(file);
      ReadBuffer.Lines lines =
          skipping
              ? buffer.skipLine(file, offset, before.size())
              : buffer.fill(file, offset, before.size(), longestLine, withRest);
      // The name was that of the file that is meant before and after: it was so between, too.
      FileState after = before.size() <= offset ? before : probe.of(file);
      boolean isOther = meant.isOtherFile(before) || meant.isOtherFile(after);
      return isOther || after.size() < offset ? Optional.empty() : Optional.of(lines);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void skip(ReadBuffer.Lines lines) throws LineTooLong {
    boolean begins = !skipping;
    boolean isFirst = position.isFirst();
    position.pass(lines.tooLong());
    skipping = !lines.ended();
    if (begins) {
      throw new LineTooLong(isFirst);
    }
  }

  private Block consume(Block block) {
    position.consume(block);
    return block;
  }

  private Optional<Block> endOfLive() throws IOException {
    position.endOfLive();
    return Optional.empty();
  }

  /** Bytes that are there and not yet read, also where they cannot be read. */
  public long lag() {
    return position.lag();
  }

  /** Bytes of the live file at the last check; 0 before the first. */
  public long size() {
    FileState newest = position.newest();
    return newest == null ? 0 : newest.size();
  }

  /** When the live file was last written, seconds since 1970; NaN while it is gone. */
  public double modified() {
    FileState newest = position.newest();
    return newest == null ? Double.NaN : newest.modifiedSeconds();
  }

  /** For how many seconds the live file has not been written; NaN before the first check. */
  public double silence(double now) {
    FileState newest = position.newest();
    return newest == null
        ? Double.NaN
        : silence.seconds(newest, newest.modifiedSeconds(), now, probe.nanos());
  }
}

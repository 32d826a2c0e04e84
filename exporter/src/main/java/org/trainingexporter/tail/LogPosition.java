package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.tail.RotatedFiles.RotatedFile;

/**
 * How far a log is read: which of its files is next, and from which offset. Its rotated files are
 * settled at the first check. Each file is known by its identity from then on, whatever it is
 * called when it is read. One thread.
 */
final class LogPosition {
  private final Path path;
  private final Optional<List<RotatedFile>> confirmed;
  private final FileState.Probe probe;

  /** What is still to be read before the live file; the first is being read. */
  private final Deque<RotatedFile> past = new ArrayDeque<>();

  private FileState newest;
  private FileState seen;
  private long offset;
  private boolean isFirst = true;
  private boolean isReplacement;
  private Fingerprint print = Fingerprint.START;

  /**
   * @param confirmed what is known to be part of the log, the live file last, where rotated files
   *     count as its past; empty where they do not
   */
  LogPosition(Path path, Optional<List<RotatedFile>> confirmed, FileState.Probe probe) {
    this.path = path;
    this.confirmed = confirmed;
    this.probe = probe;
  }

  /** Compares the live file's state with the last one. */
  LogFile.FileChange check() throws IOException {
    try {
      newest = probe.of(path);
      if (newest.equals(seen)) {
        boolean hasMore = !past.isEmpty() || offset < seen.size();
        return hasMore ? LogFile.FileChange.CHANGED : LogFile.FileChange.UNCHANGED;
      }
      if (seen == null) {
        settle();
      } else if (isOther(newest)) {
        follow(RotatedFiles.now(path, probe));
      } else {
        seen = newest;
      }
      return LogFile.FileChange.CHANGED;
    } catch (NoSuchFileException e) {
      return LogFile.FileChange.GONE;
    }
  }

  private void settle() throws IOException {
    RotatedFiles now =
        confirmed.isPresent() ? RotatedFiles.now(path, probe) : new RotatedFiles(List.of(), newest);
    confirmed.ifPresent(parts -> past.addAll(now.before(path, parts)));
    seen = now.live();
  }

  /** Whether the live file is not the one that was seen, or was truncated. */
  private boolean isOther(FileState now) throws IOException {
    return now.isOtherFile(seen)
        || (past.isEmpty() ? now.size() < offset || !print.fits(path) : now.size() < seen.size());
  }

  /** Files were rotated, truncated or replaced: what is left of them has other names now. */
  private void follow(RotatedFiles now) throws IOException {
    List<RotatedFile> left = new ArrayList<>(past);
    left.add(new RotatedFile(path, seen));
    for (int i = 0; i < left.size(); i++) {
      RotatedFile file = left.get(i);
      boolean oldest = i == 0;
      List<RotatedFile> found = now.from(f -> f.isSame(file) && holdsWhatWasRead(f, oldest));
      if (!found.isEmpty()) {
        readFrom(found, oldest);
        seen = now.live();
        return;
      }
    }
    if (!past.isEmpty()) {
      past.clear(); // all of it is gone
      begin();
    } else if (!isContinuedBy(now.live())) {
      List<RotatedFile> copies = now.from(this::begins);
      if (!copies.isEmpty()) {
        readFrom(copies, true);
      } else if (offset > 0 || !isFirst) {
        reread();
      }
    }
    seen = now.live();
  }

  private void readFrom(List<RotatedFile> files, boolean goesOn) {
    past.clear();
    past.addAll(files);
    print = Fingerprint.START;
    if (!goesOn) {
      begin();
    }
  }

  /** A file that is being read must hold what was read of it: identities are used again. */
  private boolean holdsWhatWasRead(RotatedFile file, boolean isBeingRead) {
    return !isBeingRead
        || (file.state().size() >= offset && (!past.isEmpty() || fits(file.path())));
  }

  /** Whether the live file is a copy of the one that was read. */
  private boolean isContinuedBy(FileState live) throws IOException {
    return live.size() >= offset && offset > 0 && print.offset() == offset && print.fits(path);
  }

  /** Whether a rotated file is a copy of the one that was read. */
  private boolean begins(RotatedFile copy) {
    return print.offset() > 0 && copy.state().size() >= print.offset() && fits(copy.path());
  }

  private boolean fits(Path file) {
    try {
      return print.fits(file);
    } catch (IOException e) {
      return false; // it cannot be read, so nothing of it can be continued
    }
  }

  /** Finds what is to be read under its present name; false where it is not there for now. */
  boolean findAgain() throws IOException {
    if (past.isEmpty()) {
      return check() == LogFile.FileChange.CHANGED;
    }
    try {
      follow(RotatedFiles.now(path, probe));
      return true;
    } catch (NoSuchFileException e) {
      return false; // renamed, and not yet made anew
    }
  }

  /** The live file is read from its start once more, as one that replaced what was read. */
  void reread() {
    begin();
    isReplacement = true;
  }

  private void begin() {
    offset = 0;
    isFirst = true;
    isReplacement = false;
    print = Fingerprint.START;
  }

  /** The rotated file is read to its end: the next one follows. */
  void endOfPast() {
    past.poll();
    begin();
  }

  /** All of the live file is read: its fingerprint tells later whether it is still the same. */
  void endOfLive() throws IOException {
    if (print.offset() != offset) {
      Fingerprint end = Fingerprint.of(path, offset);
      print = end.isWhole() && !probe.of(path).isOtherFile(seen) ? end : print;
    }
  }

  /** A block is read. */
  void consume(Block block) {
    pass(block.to() - block.from());
    if (past.isEmpty()) {
      print = Fingerprint.of(block.bytes(), block.to(), offset).orElse(print);
    }
  }

  /** So many bytes of a line, or of several, are read. */
  void pass(long bytes) {
    isFirst = false;
    offset += bytes;
  }

  /** So many bytes before the next line hold nothing. */
  void passBlank(long bytes) {
    offset += bytes;
  }

  /** Whether the live file is next, not a rotated one. */
  boolean isLive() {
    return past.isEmpty();
  }

  /** The name that the next file had when its state was read. */
  Path file() {
    return past.isEmpty() ? path : past.peek().path();
  }

  /** The state by which the next file is known. */
  FileState meant() {
    return past.isEmpty() ? seen : past.peek().state();
  }

  long offset() {
    return offset;
  }

  /** Whether nothing of the file is read yet. */
  boolean isFirst() {
    return isFirst;
  }

  boolean isReplacement() {
    return isReplacement;
  }

  /** The live file at the last check, also where it could not be read; null before the first. */
  FileState newest() {
    return newest;
  }

  /** Bytes that are not read yet. */
  long lag() {
    long behind = past.stream().mapToLong(f -> f.state().size()).sum();
    return newest == null ? 0 : Math.max(0, behind + newest.size() - offset);
  }
}

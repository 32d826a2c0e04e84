package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.trainingexporter.tail.rotation.Rotation;

/**
 * A log and its rotated files as the directory shows them at one moment. A rotation passes the
 * names on from file to file, so a file is known by its identity: its name is good only until the
 * next rotation.
 *
 * @param past the rotated files, oldest first
 * @param live the state of the file that has the log's name
 */
public record RotatedFiles(List<RotatedFile> past, FileState live) {
  /** Listings are repeated until two agree, since a rotation may come between; at most so often. */
  private static final int MOST_LISTINGS = 8;

  /** A file, by the name that it had and its state. */
  public record RotatedFile(Path path, FileState state) {
    /** Whether both are the same file, whatever they are called. */
    public boolean isSame(RotatedFile other) {
      return state.isSameFile(other.state)
          || (!state.isOtherFile(other.state) && path.equals(other.path));
    }
  }

  /**
   * The files as they are now.
   *
   * @throws java.nio.file.NoSuchFileException where no file has the log's name
   * @throws IOException where its state cannot be read
   */
  public static RotatedFiles now(Path log, FileState.Probe probe) throws IOException {
    RotatedFiles before = list(log, probe);
    for (int i = 1; i < MOST_LISTINGS; i++) {
      RotatedFiles now = before.past.isEmpty() ? before.again(log, probe) : list(log, probe);
      if (now.isAs(before)) {
        return now;
      }
      before = now;
    }
    return before;
  }

  private static RotatedFiles list(Path log, FileState.Probe probe) throws IOException {
    FileState live = probe.of(log); // first, so that the next check shows what came meanwhile
    List<RotatedFile> past = new ArrayList<>();
    for (Path file : Rotation.all(log)) {
      try {
        past.add(new RotatedFile(file, probe.of(file)));
      } catch (IOException e) {
        // Gone since it was listed, or not to be read: the log is read all the same.
      }
    }
    return new RotatedFiles(past, live);
  }

  /** Without rotated files the log's own identity shows that none has come meanwhile. */
  private RotatedFiles again(Path log, FileState.Probe probe) throws IOException {
    FileState now = probe.of(log);
    return live.isOtherFile(now) ? list(log, probe) : new RotatedFiles(past, now);
  }

  /** Whether all names were those of the same files. */
  public boolean isAs(RotatedFiles other) {
    boolean same = past.size() == other.past.size() && !live.isOtherFile(other.live);
    for (int i = 0; same && i < past.size(); i++) {
      RotatedFile own = past.get(i);
      same = own.path.equals(other.past.get(i).path) && own.isSame(other.past.get(i));
    }
    return same;
  }

  /** The first rotated file of a kind, and all that are younger; empty where there is none. */
  List<RotatedFile> from(Predicate<RotatedFile> first) {
    return past.stream().dropWhile(first.negate()).toList();
  }

  /**
   * All that come before the live file.
   *
   * @param confirmed files that were found to be parts of the log, in their order, the live one
   *     last: of those with a stamp before the suffix only they count, and what was live since
   */
  List<RotatedFile> before(Path log, Collection<RotatedFile> confirmed) {
    List<RotatedFile> files = new ArrayList<>();
    for (RotatedFile part : confirmed) {
      List<RotatedFile> now = from(part::isSame);
      if (now.isEmpty() || !Rotation.isStamped(now.get(0).path, log)) {
        continue;
      }
      boolean wasLive = part.path.equals(log);
      now.stream()
          .limit(wasLive ? now.size() : 1)
          .filter(f -> Rotation.isStamped(f.path, log) && !files.contains(f))
          .forEach(files::add);
    }
    past.stream().filter(f -> !Rotation.isStamped(f.path, log)).forEach(files::add);
    return files;
  }
}

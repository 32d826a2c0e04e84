package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file; two equal states mean that nothing was written between.
 *
 * @param identity the file's own key (device and inode), or null where the system has none
 * @param modifiedNanos nanoseconds since 1970
 */
public record FileState(Object identity, long size, long modifiedNanos) {

  /** Reads a file's state; tests substitute a fake. */
  @FunctionalInterface
  public interface Probe {
    FileState of(Path path) throws IOException;

    /** Whether the file may be read; one that a link leads out of what is watched may not. */
    default boolean allows(Path path) {
      return true;
    }

    /**
     * Makes a file that may not be read as good as absent.
     *
     * @throws NoSuchFileException if it is not allowed
     */
    default void require(Path path) throws NoSuchFileException {
      if (!allows(path)) {
        throw new NoSuchFileException(
            path.toString(), null, "a symbolic link leads out of what is watched");
      }
    }

    /** When the file was made; {@link BirthTime#of}. */
    default double born(Path file, double modified) {
      return BirthTime.of(file, modified);
    }

    /** Nanoseconds of a clock that never jumps: all waits for files follow it. */
    default long nanos() {
      return System.nanoTime();
    }
  }

  /** The state of a regular file, symbolic links followed. */
  public static FileState of(Path path) throws IOException {
    BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
    if (!a.isRegularFile()) {
      throw new IOException("no regular file");
    }
    long nanos = a.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    return new FileState(a.fileKey(), a.size(), nanos);
  }

  /** Whether both are of one file, as far as the system can tell. */
  public boolean isSameFile(FileState other) {
    return identity != null && identity.equals(other.identity);
  }

  /** Whether both are of different files for certain. */
  boolean isOtherFile(FileState other) {
    return identity != null && other.identity != null && !identity.equals(other.identity);
  }

  public double modifiedSeconds() {
    return modifiedNanos / 1e9;
  }
}
